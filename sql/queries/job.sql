-- A job that waits or runs already is not put twice.
-- query job_put exec unique
INSERT INTO job (kind, subject, run_after, created_at)
VALUES (:kind:text, :subject:text, :run_after:time, :now:time);

-- A job for every so many practices that entered a round: "round:3/from:17/to:230".
-- query job_put_scores exec
-- crosses practices: all of a round are scored
INSERT IGNORE INTO job (kind, subject, run_after, created_at)
SELECT 'score', CONCAT('round:', :round_id:u64, '/from:', MIN(s.practice_id), '/to:', MAX(s.practice_id)),
       :now:time, :now:time
  FROM (SELECT e.practice_id,
               FLOOR((ROW_NUMBER() OVER (ORDER BY e.practice_id) - 1) / :most:u32) AS part
          FROM entry e WHERE e.round_id = :round_id:u64) s
 GROUP BY s.part;

-- A job for each practice that entered a round, to build its report.
-- query job_put_reports exec
-- crosses practices: all of a round get theirs
INSERT IGNORE INTO job (kind, subject, run_after, created_at)
SELECT 'report', CONCAT('round:', e.round_id, '/practice:', e.practice_id), :now:time, :now:time
  FROM entry e WHERE e.round_id = :round_id:u64;

-- query mail_put insert
INSERT INTO outbox (recipient, subject, body, run_after, created_at)
VALUES (:recipient:text, :subject:text, :body:text, :now:time, :now:time);

-- query mail_put_many bulk
INSERT INTO outbox (recipient, subject, body, run_after, created_at)
VALUES (:recipient:text, :subject:text, :body:text, :now:time, :now:time);

-- A job for each mail that waits and never had one.
-- query job_put_mails exec
INSERT IGNORE INTO job (kind, subject, run_after, created_at)
SELECT 'mail', CONCAT('mail:', o.id), :now:time, :now:time
  FROM outbox o
 WHERE o.state = 'waiting'
   AND NOT EXISTS (SELECT 1 FROM job j
        WHERE j.subject = CONVERT(CONCAT('mail:', o.id) USING ascii) AND j.kind = 'mail')
 ORDER BY o.id;

-- Waiting jobs whose time has come; locked for the claim.
-- query job_claimable many
-- out id u64, kind text, subject text, tries u32, created_at time
SELECT id, kind, subject, tries, created_at FROM job
 WHERE state = 'waiting' AND run_after <= :now:time
 ORDER BY run_after, id LIMIT :most:u32 FOR UPDATE SKIP LOCKED;

-- Running jobs whose lease ended: their worker is gone. Locked for the claim.
-- query job_abandoned many
-- out id u64, kind text, subject text, tries u32, created_at time
SELECT id, kind, subject, tries, created_at FROM job
 WHERE state = 'running' AND lease_until < :now:time
 ORDER BY id LIMIT :most:u32 FOR UPDATE SKIP LOCKED;

-- Takes jobs that this transaction has locked. Taking one over from a worker that is gone counts as
-- a try: the job may be what ended it.
-- query job_claim bulk
UPDATE job SET tries = tries + IF(state = 'running', 1, 0), state = 'running', worker = :worker:text,
       lease_until = :lease_until:time
 WHERE id = :id:u64 AND state IN ('waiting', 'running');

-- query job_renew bulk
UPDATE job SET lease_until = :lease_until:time
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- query job_done bulk
UPDATE job SET state = 'done', lease_until = NULL, worker = NULL, error = NULL,
       finished_at = :now:time
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Jobs that wait for others look again at once.
-- query job_wake bulk
UPDATE job SET run_after = :now:time
 WHERE kind = :kind:text AND subject = :subject:text AND state = 'waiting' AND run_after > :now:time;

-- Back to waiting by its own wish: that is no error, and earlier ones are forgotten.
-- query job_later exec
UPDATE job SET state = 'waiting', lease_until = NULL, worker = NULL, run_after = :run_after:time,
       tries = 0, error = NULL
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Back to waiting as it was: it did not run, or ran into something that is not its fault.
-- query job_give_back exec
UPDATE job SET state = 'waiting', lease_until = NULL, worker = NULL, run_after = :run_after:time
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Done in so far as two smaller ones take its place; the error stays to be read.
-- query job_halved exec
UPDATE job SET state = 'done', lease_until = NULL, worker = NULL, error = :error:text,
       finished_at = :now:time
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Back to waiting after an error, or set aside.
-- query job_failed exec
UPDATE job SET state = IF(:dead:bool, 'dead', 'waiting'), lease_until = NULL, worker = NULL,
       tries = tries + 1, run_after = :run_after:time, error = :error:text,
       finished_at = IF(:dead:bool, :now:time, NULL)
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'running';

-- Jobs of a kind whose subject begins so, by what is left of them; for jobs that wait for others.
-- query job_unfinished one
-- out waiting i64, dead i64
SELECT COUNT(IF(state IN ('waiting', 'running'), 1, NULL)) AS waiting,
       COUNT(IF(state IN ('dead', 'cancelled'), 1, NULL)) AS dead
  FROM job WHERE kind = :kind:text AND subject LIKE :subjects:text;

-- query job_sweep exec
DELETE FROM job WHERE state = 'done' AND finished_at < :before:time;

-- For the staff's page: how far each round's jobs are, newest rounds first.
-- query job_rounds many
-- out round_id u64, round_name text, done i64, left_over i64, dead i64, first_at time?, last_at time?
SELECT r.id AS round_id, r.name AS round_name, COUNT(IF(j.state = 'done', 1, NULL)) AS done,
       COUNT(IF(j.state IN ('waiting', 'running'), 1, NULL)) AS left_over,
       COUNT(IF(j.state IN ('dead', 'cancelled'), 1, NULL)) AS dead,
       MIN(j.created_at) AS first_at, MAX(j.finished_at) AS last_at
  FROM job j
  JOIN round r ON r.id = SUBSTRING_INDEX(SUBSTRING(j.subject, 7), '/', 1)
 WHERE j.subject LIKE 'round:%'
 GROUP BY r.id, r.name, r.opens ORDER BY r.opens DESC, r.id DESC LIMIT 20;

-- Jobs that were set aside, by their errors or by staff.
-- query job_dead many
-- out id u64, kind text, subject text, tries u32, cancelled bool, error text?, finished_at time?
SELECT id, kind, subject, tries, state = 'cancelled' AS cancelled, error, finished_at FROM job
 WHERE state IN ('dead', 'cancelled') ORDER BY finished_at DESC, id DESC LIMIT 200;

-- Jobs that run, and the next ones that will; not those that are always there.
-- query job_next many
-- out id u64, kind text, subject text, running bool, worker text?, tries u32
SELECT id, kind, subject, state = 'running' AS running, worker, tries FROM job
 WHERE state IN ('running', 'waiting') AND subject <> 'site'
 ORDER BY state = 'waiting', run_after, id LIMIT 25;

-- Cancels a job that waits or runs; 0 rows if it has ended. The pool that runs it is still named:
-- it ends the job's process when it reads that.
-- query job_cancel exec
UPDATE job SET state = 'cancelled', finished_at = :now:time
 WHERE id = :id:u64 AND state IN ('waiting', 'running') AND subject <> 'site';

-- Jobs that a pool has in hand and staff cancelled.
-- query job_cancelled many
-- out id u64
SELECT id FROM job WHERE state = 'cancelled' AND worker = :worker:text;

-- The pool's process of a cancelled job has ended.
-- query job_cancel_done exec
UPDATE job SET worker = NULL, lease_until = NULL
 WHERE id = :id:u64 AND worker = :worker:text AND state = 'cancelled';

-- Jobs that wait or run, by kind.
-- query job_kinds many
-- out kind text, waiting i64, running i64, oldest_at time?
SELECT kind, COUNT(IF(state = 'waiting', 1, NULL)) AS waiting,
       COUNT(IF(state = 'running', 1, NULL)) AS running, MIN(created_at) AS oldest_at
  FROM job WHERE state IN ('waiting', 'running') GROUP BY kind ORDER BY kind;

-- A job that was set aside runs again; DB_DUPLICATE if the same work is queued anew already.
-- query job_again exec unique
UPDATE job SET state = 'waiting', tries = 0, run_after = :now:time, finished_at = NULL,
       worker = NULL, lease_until = NULL
 WHERE id = :id:u64 AND state IN ('dead', 'cancelled');

-- query job_forget exec
DELETE FROM job WHERE id = :id:u64 AND state IN ('dead', 'cancelled');
