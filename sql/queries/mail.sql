-- A mail that has not gone out yet.
-- query mail_waiting one
-- out recipient text, subject text, body text, created_at time
SELECT recipient, subject, body, created_at FROM outbox
 WHERE id = :id:u64 AND state = 'waiting';

-- The body of a mail that went out is not kept: it may hold a link that opens an account.
-- query mail_sent exec
UPDATE outbox SET state = 'sent', tries = tries + 1, error = NULL, body = '', sent_at = :now:time
 WHERE id = :id:u64 AND state = 'waiting';

-- query mail_refused exec
UPDATE outbox SET state = 'refused', tries = tries + 1, error = :error:text, body = ''
 WHERE id = :id:u64 AND state = 'waiting';

-- query mail_later exec
UPDATE outbox SET tries = tries + 1, error = :error:text, run_after = :run_after:time
 WHERE id = :id:u64 AND state = 'waiting';

-- query mail_sweep exec
DELETE FROM outbox WHERE state <> 'waiting' AND created_at < :before:time;

-- query mail_counts one
-- out waiting i64, delayed i64, refused i64
SELECT COUNT(IF(state = 'waiting', 1, NULL)) AS waiting,
       COUNT(IF(state = 'waiting' AND tries > 0, 1, NULL)) AS `delayed`,
       COUNT(IF(state = 'refused', 1, NULL)) AS refused
  FROM outbox;
