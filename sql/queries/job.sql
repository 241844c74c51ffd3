-- A job that waits or runs already is not put twice.
-- query job_put exec unique
INSERT INTO job (kind, subject, run_after, created_at)
VALUES (:kind:text, :subject:text, :run_after:time, :now:time);

-- A job for each practice that entered a round.
-- query job_put_scores exec
-- crosses practices: all of a round are scored
INSERT IGNORE INTO job (kind, subject, run_after, created_at)
SELECT 'score', CONCAT('round:', e.round_id, '/practice:', e.practice_id), :now:time, :now:time
  FROM entry e WHERE e.round_id = :round_id:u64;

-- query mail_put insert
INSERT INTO outbox (recipient, subject, body, run_after, created_at)
VALUES (:recipient:text, :subject:text, :body:text, :now:time, :now:time);

-- Waiting jobs that may run, and running ones whose lease ended; locked for the claim.
-- query job_claimable many
-- out id u64, kind text, subject text, tries u32, lease_until time?
SELECT id, kind, subject, tries, lease_until FROM job
 WHERE state = 'waiting' AND run_after <= :now:time
 ORDER BY run_after, id LIMIT :most:u32 FOR UPDATE SKIP LOCKED;

-- query job_abandoned many
-- out id u64, kind text, subject text, tries u32, lease_until time?
SELECT id, kind, subject, tries, lease_until FROM job
 WHERE state = 'running' AND lease_until < :now:time
 ORDER BY id LIMIT :most:u32 FOR UPDATE SKIP LOCKED;

-- Takes a job; 0 rows if its lease is no longer the one that was read.
-- query job_claim exec
UPDATE job SET state = 'running', worker = :worker:text, lease_until = :lease_until:time,
       tries = tries + 1, error = NULL
 WHERE id = :id:u64 AND state IN ('waiting', 'running') AND lease_until <=> :old_lease:time?;

-- query job_renew exec
UPDATE job SET lease_until = :lease_until:time
 WHERE worker = :worker:text AND state = 'running';

-- query job_done exec
UPDATE job SET state = 'done', lease_until = NULL, finished_at = :now:time
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Back to waiting, without counting a try.
-- query job_later exec
UPDATE job SET state = 'waiting', lease_until = NULL, worker = NULL, run_after = :run_after:time,
       tries = tries - 1
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Back to waiting after an error, or set aside.
-- query job_failed exec
UPDATE job SET state = IF(:dead:bool, 'dead', 'waiting'), lease_until = NULL, worker = NULL,
       run_after = :run_after:time, error = :error:text,
       finished_at = IF(:dead:bool, :now:time, NULL)
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';
