-- A positive answer of the member directory that is not older than `since`.
-- query member_answer_get one
-- out checked_at time
SELECT checked_at FROM member_answer WHERE who = :who:text AND checked_at > :since:time;

-- query member_answer_put exec
INSERT INTO member_answer (who, checked_at) VALUES (:who:text, :now:time)
ON DUPLICATE KEY UPDATE checked_at = :now:time;

-- query member_answer_sweep exec
DELETE FROM member_answer WHERE checked_at < :before:time;

-- What the directory said of a practice's physician; 0 rows if that was known already.
-- query practice_set_member exec
-- crosses practices: by staff and by the job that verifies later
UPDATE practice SET member_state = :state:text, member_checked_at = :now:time
 WHERE id = :id:u64 AND member_state <> 'verified';
