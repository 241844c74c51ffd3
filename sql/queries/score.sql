-- The completed charts of a practice in a round: what the measures say of them.
-- query score_charts each
-- out id u64, marks blob?
SELECT id, marks FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'complete';

-- query score_clear exec
DELETE FROM score WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64;

-- query score_add bulk
INSERT INTO score (round_id, practice_id, measure, met, not_met, excluded, excepted, missing)
VALUES (:round_id:u64, :practice_id:u64, :measure:text, :met:u32, :not_met:u32, :excluded:u32,
        :excepted:u32, :missing:u32);

-- A practice's counts in a round.
-- query score_list many
-- out measure text, met u32, not_met u32, excluded u32, excepted u32, missing u32
SELECT measure, met, not_met, excluded, excepted, missing FROM score
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64;

-- The counts of all practices, measure by measure.
-- query score_all many
-- out measure text, fellowship bool, met u32, not_met u32
-- crosses practices: for the figures of all together
SELECT s.measure, p.kind = 'fellowship' AS fellowship, s.met, s.not_met
  FROM score s JOIN practice p ON p.id = s.practice_id
 WHERE s.round_id = :round_id:u64 ORDER BY s.measure, s.practice_id;

-- query aggregate_clear exec
DELETE FROM aggregate WHERE round_id = :round_id:u64;

-- query aggregate_add bulk
INSERT INTO aggregate (round_id, level, measure, hidden, practices, met, counted, mean, q1, median,
       q3)
VALUES (:round_id:u64, :level:text, :measure:text, :hidden:text?, :practices:u32?, :met:u32?,
        :counted:u32?, :mean:f64?, :q1:f64?, :median:f64?, :q3:f64?);

-- query aggregate_list many
-- out level text, measure text, hidden text?, practices u32?, met u32?, counted u32?, mean f64?, q1 f64?, median f64?, q3 f64?
SELECT level, measure, hidden, practices, met, counted, mean, q1, median, q3 FROM aggregate
 WHERE round_id = :round_id:u64;

-- A practice's counts in the released rounds that closed before a day, oldest first.
-- query score_history many
-- out round_id u64, round_name text, closes date, same_edition bool, measure text, met u32, not_met u32
SELECT s.round_id, o.name AS round_name, o.closes, o.edition_id <=> :edition_id:u32 AS same_edition,
       s.measure, s.met, s.not_met
  FROM score s JOIN round o ON o.id = s.round_id
 WHERE s.practice_id = :practice_id:u64 AND o.state = 'released' AND o.closes < :closes:date
 ORDER BY o.closes, o.id, s.measure;
