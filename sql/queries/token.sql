-- query token_add insert
INSERT INTO api_token (practice_id, round_id, name, may, digest, made_by, made_at, expires)
VALUES (:practice_id:u64, :round_id:u64, :name:text, :may:text, :digest:blob, :made_by:u64, :now:time,
        :expires:date);

-- A practice's tokens, newest first.
-- query token_list many
-- out id u64, name text, round text, may text, made_by text, made_at time, expires date, used_at time?, revoked_at time?
SELECT t.id, t.name, r.name AS round, t.may, a.name AS made_by, t.made_at, t.expires, t.used_at, t.revoked_at
  FROM api_token t JOIN round r ON r.id = t.round_id JOIN account a ON a.id = t.made_by
 WHERE t.practice_id = :practice_id:u64 ORDER BY t.id DESC LIMIT 200;

-- query token_revoke exec
UPDATE api_token SET revoked_at = :now:time
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND revoked_at IS NULL;

-- A token that is good today: its practice approved, and who made it still one of its people.
-- query token_open one
-- out id u64, practice_id u64, round_id u64, may text, made_by u64, role text, used_at time?
-- crosses practices: finds the practice by the token
SELECT t.id, t.practice_id, t.round_id, t.may, t.made_by, m.role, t.used_at
  FROM api_token t
  JOIN practice p ON p.id = t.practice_id AND p.status = 'approved'
  JOIN account a ON a.id = t.made_by AND a.closed_at IS NULL
  JOIN membership m ON m.account_id = t.made_by AND m.practice_id = t.practice_id
 WHERE t.digest = :digest:blob AND t.revoked_at IS NULL AND t.expires >= :today:date;

-- query token_used exec
UPDATE api_token SET used_at = :now:time WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- The rounds that a practice signed up for and that are not released: tokens are made for these.
-- query token_rounds many
-- out id u64, name text, closes date
SELECT r.id, r.name, GREATEST(r.closes, COALESCE(x.until, r.closes)) AS closes
  FROM entry e JOIN round r ON r.id = e.round_id AND r.state NOT IN ('released', 'archived')
  LEFT JOIN extension x ON x.round_id = r.id AND x.practice_id = e.practice_id
 WHERE e.practice_id = :practice_id:u64 ORDER BY r.closes DESC, r.id DESC;
