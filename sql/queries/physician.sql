-- The physicians and fellows of a practice, those who left last.
-- query physician_list many
-- out id u64, name text, kind text, site_id u64?, site text?, account_id u64?, account text?, reported bool, closed_at time?
SELECT p.id, p.name, p.kind, p.site_id, s.name AS site, p.account_id, a.name AS account, p.reported,
       p.closed_at
  FROM physician p
  LEFT JOIN practice_site s ON s.id = p.site_id AND s.practice_id = p.practice_id
  LEFT JOIN account a ON a.id = p.account_id
 WHERE p.practice_id = :practice_id:u64 ORDER BY p.closed_at IS NOT NULL, p.name, p.id;

-- DB_DUPLICATE if the account is another one's already.
-- query physician_add exec unique
INSERT INTO physician (practice_id, name, kind, site_id, account_id, reported, created_at)
VALUES (:practice_id:u64, :name:text, :kind:text, :site_id:u64?, :account_id:u64?, :reported:bool,
        :now:time);

-- DB_DUPLICATE if the account is another one's already.
-- query physician_change exec unique
UPDATE physician SET name = :name:text, kind = :kind:text, site_id = :site_id:u64?,
       account_id = :account_id:u64?, reported = :reported:bool,
       closed_at = IF(:closed:bool, COALESCE(closed_at, :now:time), NULL)
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- Puts one of the practice's people on the list, if they treat patients and are not there yet.
-- query physician_add_member exec
INSERT IGNORE INTO physician (practice_id, name, kind, account_id, created_at)
SELECT m.practice_id, a.name, IF(m.role = 'fellow', 'fellow', 'physician'), m.account_id, :now:time
  FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.practice_id = :practice_id:u64 AND m.account_id = :account_id:u64
   AND m.role IN ('physician', 'director', 'fellow');

-- The physicians whose own figures a sign-up asks for.
-- query entry_physicians many
-- out id u64, name text
SELECT p.id, p.name FROM entry_physician e JOIN physician p ON p.id = e.physician_id
 WHERE e.practice_id = :practice_id:u64 AND e.entry_id = :entry_id:u64 ORDER BY p.name, p.id;

-- query entry_physician_add bulk
INSERT INTO entry_physician (entry_id, physician_id, practice_id)
VALUES (:entry_id:u64, :physician_id:u64, :practice_id:u64);

-- query entry_physician_clear exec
DELETE FROM entry_physician WHERE practice_id = :practice_id:u64 AND entry_id = :entry_id:u64;

-- The charts of each of these physicians, by module.
-- query entry_physician_progress many
-- out physician_id u64, name text, module text, complete i64, open i64
SELECT p.id AS physician_id, p.name, em.module,
       COALESCE(COUNT(IF(c.state = 'complete', 1, NULL)), 0) AS complete,
       COALESCE(COUNT(IF(c.state = 'open', 1, NULL)), 0) AS open
  FROM entry e
  JOIN entry_physician ep ON ep.entry_id = e.id AND ep.practice_id = e.practice_id
  JOIN physician p ON p.id = ep.physician_id
  JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
  LEFT JOIN (chart c JOIN chart_module cm ON cm.chart_id = c.id)
       ON c.round_id = e.round_id AND c.practice_id = e.practice_id AND c.physician_id = p.id
       AND cm.module = em.module
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64
 GROUP BY p.id, p.name, em.module ORDER BY p.name, p.id, em.module <> 'CORE', em.module;
