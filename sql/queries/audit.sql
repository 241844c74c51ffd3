-- The newest hash, locked: lines are added one after another.
-- query audit_lock one
-- out hash blob
SELECT hash FROM audit_head WHERE id = 1 FOR UPDATE;

-- query audit_add insert
INSERT INTO audit (at, account_id, about_practice, action, detail, hash)
VALUES (:at:time, :account_id:u64?, :about_practice:u64?, :action:text, :detail:text, :hash:blob);

-- query audit_set_head exec
UPDATE audit_head SET hash = :hash:blob WHERE id = 1;

-- query audit_all each
-- out id u64, at time, account_id u64?, about_practice u64?, action text, detail text, hash blob
SELECT id, at, account_id, about_practice, action, detail, hash FROM audit ORDER BY id;

-- query audit_recent many
-- out id u64, at time, account text?, practice text?, action text, detail text
-- crosses practices: read by staff
SELECT u.id, u.at, a.name AS account, p.name AS practice, u.action, u.detail
  FROM audit u
  LEFT JOIN account a ON a.id = u.account_id
  LEFT JOIN practice p ON p.id = u.about_practice
 ORDER BY u.id DESC LIMIT 200;
