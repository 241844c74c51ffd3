-- More time for a practice; granting again replaces what was granted.
-- query extension_put exec
INSERT INTO extension (round_id, practice_id, until, reason, granted_by, granted_at)
VALUES (:round_id:u64, :practice_id:u64, :until:date, :reason:text, :granted_by:u64, :now:time)
ON DUPLICATE KEY UPDATE until = :until:date, reason = :reason:text, granted_by = :granted_by:u64,
       granted_at = :now:time, ended_at = NULL;

-- The one of a practice, while it runs.
-- query extension_of one
-- out until date, reason text
SELECT until, reason FROM extension
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND ended_at IS NULL
   AND until >= :today:date;

-- For staff.
-- query extension_list many
-- out practice_id u64, practice text, until date, reason text, granted_by text, granted_at time, ended_at time?
-- crosses practices: read by staff
SELECT x.practice_id, p.name AS practice, x.until, x.reason, a.name AS granted_by, x.granted_at,
       x.ended_at
  FROM extension x JOIN practice p ON p.id = x.practice_id JOIN account a ON a.id = x.granted_by
 WHERE x.round_id = :round_id:u64 ORDER BY p.name;

-- Ends a running one; 0 rows if it does not run any more.
-- query extension_end exec
UPDATE extension SET ended_at = :now:time
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND ended_at IS NULL;

-- Whose last day is over.
-- query extension_over many
-- out round_id u64, practice_id u64
-- crosses practices: read by the schedule, which ends each by itself
SELECT round_id, practice_id FROM extension
 WHERE ended_at IS NULL AND until < :today:date ORDER BY round_id, practice_id;

-- How many of a round run. Nobody grants or ends one of them until the transaction ends.
-- query extension_running one
-- out running i64
-- crosses practices: a round is scored when the last has ended
SELECT COUNT(*) AS running FROM extension
 WHERE round_id = :round_id:u64 AND ended_at IS NULL LOCK IN SHARE MODE;
