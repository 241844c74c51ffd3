-- query selection_of one
-- out seed u32, started_at time
SELECT seed, started_at FROM selection
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64;

-- The seed is thrown once; DB_DUPLICATE if it was.
-- query selection_start exec unique
INSERT INTO selection (practice_id, round_id, seed, started_by, started_at)
VALUES (:practice_id:u64, :round_id:u64, :seed:u32, :account_id:u64, :now:time);

-- query candidate_list many
-- out id u64, number u32, label text, cancer text, age u32, diagnosis date, first_visit date, visits text, death date?, added_at time, draw u32?, chart_id u64?, chart_number u32?, chart_state text?, refused text?
SELECT c.id, c.number, c.label, c.cancer, c.age, c.diagnosis, c.first_visit, c.visits, c.death,
       c.added_at, c.draw, c.chart_id, h.number AS chart_number, h.state AS chart_state, c.refused
  FROM candidate c LEFT JOIN chart h ON h.id = c.chart_id AND h.practice_id = c.practice_id
 WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64 ORDER BY c.number;

-- query candidate_add bulk
INSERT INTO candidate (practice_id, round_id, number, label, cancer, age, diagnosis, first_visit,
       visits, death, added_by, added_at)
VALUES (:practice_id:u64, :round_id:u64, :number:u32, :label:text, :cancer:text, :age:u32,
        :diagnosis:date, :first_visit:date, :visits:text, :death:date?, :added_by:u64,
        :added_at:time);

-- A candidate that no draw has taken goes out of the log.
-- query candidate_remove exec
DELETE FROM candidate
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND id = :id:u64
   AND draw IS NULL;

-- query candidate_draw exec
UPDATE candidate SET draw = :draw:u32, chart_id = :chart_id:u64
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND draw IS NULL;

-- The chart of a drawn candidate is not eligible; 0 rows if somebody said so before.
-- query candidate_refuse exec
UPDATE candidate SET refused = :reason:text, refused_by = :account_id:u64, refused_at = :now:time
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND id = :id:u64
   AND draw IS NOT NULL AND refused IS NULL;

-- A chart that counts nowhere from now on.
-- query chart_refuse exec
UPDATE chart SET state = 'ineligible', completed_by = NULL, completed_at = NULL, packed = NULL,
       marks = NULL, version = version + 1
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state <> 'ineligible';

-- query draw_add insert
INSERT INTO draw (practice_id, round_id, number, last_candidate, needs, drawn_by, drawn_at)
VALUES (:practice_id:u64, :round_id:u64, :number:u32, :last_candidate:u32, :needs:text,
        :account_id:u64, :now:time);

-- query draw_list many
-- out number u32, last_candidate u32, needs text, drawn_by text, drawn_at time, charts i64
SELECT d.number, d.last_candidate, d.needs, a.name AS drawn_by, d.drawn_at,
       COALESCE((SELECT COUNT(*) FROM candidate c WHERE c.practice_id = d.practice_id
         AND c.round_id = d.round_id AND c.draw = d.number), 0) AS charts
  FROM draw d JOIN account a ON a.id = d.drawn_by
 WHERE d.practice_id = :practice_id:u64 AND d.round_id = :round_id:u64 ORDER BY d.number;
