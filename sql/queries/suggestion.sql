-- query suggestion_add bulk
INSERT INTO suggestion (chart_id, practice_id, element, value, source, source_date, state, made_by, made_at)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, :value:text, :source:text, :source_date:date?,
        'open', :account_id:u64, :now:time);

-- What waits for a decision beside a chart's questions.
-- query suggestion_list many
-- out id u64, element text, value text, source text, source_date date?
SELECT id, element, value, source, source_date FROM suggestion
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND state = 'open' ORDER BY id;

-- What was refused once is not suggested again.
-- query suggestion_refused many
-- out element text, value text
SELECT element, value FROM suggestion
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND state = 'refused';

-- Locks one that waits, so that it is decided once.
-- query suggestion_hold one
-- out id u64, element text, value text
SELECT id, element, value FROM suggestion
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND id = :id:u64 AND state = 'open'
   FOR UPDATE;

-- query suggestion_decide exec
UPDATE suggestion SET state = :state:text, decided_by = :account_id:u64, decided_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND id = :id:u64 AND state = 'open';

-- What else was suggested for a question that has its answer now.
-- query suggestion_close exec
UPDATE suggestion SET state = 'gone', decided_by = :account_id:u64, decided_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND element = :element:text
   AND state = 'open';

-- A newer record takes the place of the one before.
-- query suggestion_renew exec
UPDATE suggestion SET state = 'gone', decided_by = :account_id:u64, decided_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND state = 'open';
