-- The completed charts of some practices in a round: what the measures say of them.
-- query score_charts each
-- crosses practices: all of a round are scored
-- out practice_id u64, id u64, marks blob?
SELECT practice_id, id, marks FROM chart
 WHERE round_id = :round_id:u64 AND practice_id BETWEEN :first:u64 AND :last:u64
   AND state = 'complete' ORDER BY practice_id;

-- The modules that these practices signed up for.
-- query score_modules many
-- crosses practices: all of a round are scored
-- out practice_id u64, module text
SELECT e.practice_id, m.module FROM entry e JOIN entry_module m ON m.entry_id = e.id
 WHERE e.round_id = :round_id:u64 AND e.practice_id BETWEEN :first:u64 AND :last:u64
 ORDER BY e.practice_id;

-- Takes away the counts that practices had: a plain INSERT of many rows at once then takes less
-- than one that looks for each whether it is there.
-- query score_clear exec
-- crosses practices: all of a round are scored
DELETE FROM score WHERE round_id = :round_id:u64 AND practice_id BETWEEN :first:u64 AND :last:u64;

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
-- out measure text, practice_id u64, met u32, not_met u32
-- crosses practices: for the figures of all together
SELECT measure, practice_id, met, not_met FROM score
 WHERE round_id = :round_id:u64 ORDER BY measure, practice_id;

-- What makes them alike: their kinds, countries, oncologists at sign-up, and whether they were
-- certified on the round's last day.
-- query score_members many
-- out id u64, kind text, country text, fte f64, certified bool
-- crosses practices: for the figures of all together
SELECT p.id, p.kind, p.country_code AS country, e.fte,
       EXISTS (SELECT 1 FROM certification_term t
                WHERE t.practice_id = p.id AND r.closes BETWEEN t.certified_on AND t.ends_on) AS certified
  FROM entry e JOIN practice p ON p.id = e.practice_id JOIN round r ON r.id = e.round_id
 WHERE e.round_id = :round_id:u64 ORDER BY p.id;

-- query aggregate_count exec
UPDATE round SET aggregated = aggregated + 1 WHERE id = :round_id:u64;

-- query aggregate_clear exec
DELETE FROM aggregate WHERE round_id = :round_id:u64;

-- query aggregate_add bulk
INSERT INTO aggregate (round_id, level, peer, measure, hidden, practices, met, counted, mean, q1,
       median, q3, inflation, between_practices, shares)
VALUES (:round_id:u64, :level:text, :peer:text, :measure:text, :hidden:text?, :practices:u32?,
        :met:u32?, :counted:u32?, :mean:f64?, :q1:f64?, :median:f64?, :q3:f64?, :inflation:f64?,
        :between_practices:f64?, :shares:blob?);

-- query aggregate_list each
-- out level text, peer text, measure text, hidden text?, practices u32?, met u32?, counted u32?, mean f64?, q1 f64?, median f64?, q3 f64?, inflation f64?, between_practices f64?, shares blob?
SELECT level, peer, measure, hidden, practices, met, counted, mean, q1, median, q3, inflation,
       between_practices, shares
  FROM aggregate
 WHERE round_id = :round_id:u64;

-- A practice's counts in the released rounds that closed before a day, oldest first.
-- query score_history many
-- out round_id u64, round_name text, closes date, same_edition bool, measure text, met u32, not_met u32
SELECT s.round_id, o.name AS round_name, o.closes, o.edition_id <=> :edition_id:u32 AS same_edition,
       s.measure, s.met, s.not_met
  FROM score s JOIN round o ON o.id = s.round_id
 WHERE s.practice_id = :practice_id:u64 AND o.state IN ('released', 'archived') AND o.closes < :closes:date
 ORDER BY o.closes, o.id, s.measure;
