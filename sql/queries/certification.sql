-- QOPI certification: the terms of a practice.

-- Records a term; one from the same day on is corrected.
-- query certification_put exec
INSERT INTO certification_term (practice_id, certified_on, ends_on, recorded_by, recorded_at)
VALUES (:practice_id:u64, :certified_on:date, :ends_on:date, :account_id:u64, :now:time)
ON DUPLICATE KEY UPDATE ends_on = :ends_on:date, recorded_by = :account_id:u64, recorded_at = :now:time;

-- The terms, the latest first; `now` marks the one that is good on that day.
-- query certification_list many
-- out certified_on date, ends_on date, recorded_by text, now bool
SELECT t.certified_on, t.ends_on, a.name AS recorded_by,
       t.certified_on <= :today:date AND t.ends_on >= :today:date AS now
  FROM certification_term t JOIN account a ON a.id = t.recorded_by
 WHERE t.practice_id = :practice_id:u64 ORDER BY t.certified_on DESC;
