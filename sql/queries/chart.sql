-- query chart_by_id one
-- out id u64, round_id u64, number u32, label text?, state text, version u32, created_at time, completed_at time?
SELECT id, round_id, number, label, state, version, created_at, completed_at FROM chart
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- query chart_modules many
-- out module text
SELECT module FROM chart_module
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 ORDER BY module;

-- query answer_list many
-- out element text, value text, version u32
SELECT element, value, version FROM answer
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64;
