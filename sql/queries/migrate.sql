-- query step_applied one
-- out n i64
SELECT COUNT(*) AS n FROM schema_step WHERE name = :name:text;

-- query step_note exec
INSERT INTO schema_step (name, applied_at) VALUES (:name:text, :now:time);
