-- Who is behind a session's cookie, and what every page wants to know of them. Each table is
-- read by its primary key with one row, so that the server sorts and copies nothing.
-- query session_open one
-- out account_id u64, name text, email text, staff bool, practice_id u64?, role text?, practice_name text?, practice_kind text?, practice_status text?, practice_stamp u64?, site_stamp u64, created_at time, seen_at time
-- crosses practices: finds the practice by the session's account
SELECT s.account_id, a.name, a.email, a.staff IS NOT NULL AS staff,
       m.practice_id, m.role, p.name AS practice_name, p.kind AS practice_kind,
       p.status AS practice_status, p.stamp AS practice_stamp, site.stamp AS site_stamp, s.created_at,
       s.seen_at
  FROM session s
  JOIN account a ON a.id = s.account_id
  JOIN site ON site.id = 1
  LEFT JOIN membership m ON m.account_id = s.account_id
       AND m.practice_id = COALESCE(s.chosen_practice,
           (SELECT MIN(f.practice_id) FROM membership f WHERE f.account_id = s.account_id))
  LEFT JOIN practice p ON p.id = m.practice_id
 WHERE s.digest = :digest:blob AND s.seen_at > :idle_since:time AND s.created_at > :made_since:time
   AND a.closed_at IS NULL;

-- query session_add exec
-- epoch stays: nobody remembers a session that was not there
INSERT INTO session (digest, account_id, created_at, seen_at)
VALUES (:digest:blob, :account_id:u64, :now:time, :now:time);

-- query session_touch exec
-- epoch stays: who remembers an earlier time asks again all the sooner
UPDATE session SET seen_at = :now:time WHERE digest = :digest:blob;

-- query session_end exec
DELETE FROM session WHERE digest = :digest:blob;

-- All sessions of an account: after a new password.
-- query session_end_all exec
DELETE FROM session WHERE account_id = :account_id:u64;

-- query session_sweep exec
-- epoch stays: sessions that have ended by time are not taken from memory either
DELETE FROM session WHERE seen_at < :idle_since:time OR created_at < :made_since:time;
