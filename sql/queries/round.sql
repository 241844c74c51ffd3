-- A round, and how many practices have more time in it just now.
-- query round_by_id one
-- crosses practices: counts extensions
-- out id u64, name text, state text, registers date, opens date, closes date, reports_expected date, archives date?, edition_id u32, edition_hash text, version u32, closed_at time?, moves_by_dates bool, release_by_hand bool, release_ordered_at time?, charts_a_physician u32, charts_a_fellow u32, aggregated u32, extensions i64
SELECT r.id, r.name, r.state, COALESCE(r.registers, r.opens) AS registers, r.opens, r.closes,
       r.reports_expected, r.archives, r.edition_id, e.hash AS edition_hash, r.version,
       r.closed_at, r.moves_by_dates, r.release_by_hand, r.release_ordered_at,
       r.charts_a_physician, r.charts_a_fellow, r.aggregated,
       COALESCE((SELECT COUNT(*) FROM extension x
                  WHERE x.round_id = r.id AND x.ended_at IS NULL), 0) AS extensions
  FROM round r JOIN edition e ON e.id = r.edition_id
 WHERE r.id = :id:u64;

-- All rounds, newest first.
-- query round_list many
-- out id u64, name text, state text, opens date, closes date, reports_expected date
SELECT id, name, state, opens, closes, reports_expected FROM round ORDER BY opens DESC, id DESC;

-- query round_modules many
-- out module text
SELECT module FROM round_module WHERE round_id = :round_id:u64 ORDER BY module;

-- query round_chart_counts many
-- out fte_from f64, charts u32
SELECT fte_from, charts FROM round_chart_count WHERE round_id = :round_id:u64 ORDER BY fte_from;

-- A practice's sign-up for a round.
-- query entry_of one
-- out id u64, round_id u64, track text, fte f64, fellows u32, joined_at time, certified bool
SELECT e.id, e.round_id, e.track, e.fte, e.fellows, e.joined_at,
       EXISTS (SELECT 1 FROM certification_term t
                WHERE t.practice_id = e.practice_id AND r.closes BETWEEN t.certified_on AND t.ends_on) AS certified
  FROM entry e JOIN round r ON r.id = e.round_id
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64;

-- Its modules, with the charts done and required of each, and what it declared of the eligible ones.
-- The charts are counted once for all modules.
-- query entry_progress many
-- out module text, required u32, declared u32?, reason text?, complete i64, open i64
SELECT em.module, em.required, d.eligible AS declared, d.reason,
       COALESCE(n.complete, 0) AS complete, COALESCE(n.open, 0) AS open
  FROM entry e
  JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
  LEFT JOIN (SELECT cm.module, COUNT(IF(c.state = 'complete', 1, NULL)) AS complete,
                    COUNT(IF(c.state = 'open', 1, NULL)) AS open
               FROM chart c JOIN chart_module cm ON cm.chart_id = c.id
              WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64
              GROUP BY cm.module) n ON n.module = em.module
  LEFT JOIN declaration d ON d.practice_id = e.practice_id AND d.round_id = e.round_id
       AND d.module = em.module
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64
 ORDER BY em.module <> 'CORE', em.module;

-- query round_add insert unique
INSERT INTO round (name, state, registers, opens, closes, reports_expected, archives, edition_id,
                   charts_a_physician, charts_a_fellow, created_at)
VALUES (:name:text, 'planned', :registers:date, :opens:date, :closes:date,
        :reports_expected:date, :archives:date, :edition_id:u32, :charts_a_physician:u32,
        :charts_a_fellow:u32, :now:time);

-- query round_module_add bulk
INSERT INTO round_module (round_id, module) VALUES (:round_id:u64, :module:text);

-- query round_chart_count_add bulk
INSERT INTO round_chart_count (round_id, fte_from, charts)
VALUES (:round_id:u64, :fte_from:f64, :charts:u32);

-- From one state to the next; 0 rows if it was not in the first.
-- query round_move exec
UPDATE round SET state = :to_state:text, version = version + 1
 WHERE id = :id:u64 AND state = :from_state:text;

-- Abstraction begins, whether or not practices could sign up before.
-- query round_open exec
UPDATE round SET state = 'open', version = version + 1
 WHERE id = :id:u64 AND state IN ('planned', 'registration');

-- query round_close exec
UPDATE round SET state = 'closed', closed_at = :now:time, version = version + 1
 WHERE id = :id:u64 AND state = 'open';

-- A released round is put away: 0 rows if it is not released, or if a report of it is held back and
-- would never go out.
-- query round_archive exec
-- crosses practices: looks at all reports of the round
UPDATE round SET state = 'archived', version = version + 1
 WHERE id = :id:u64 AND state = 'released'
   AND NOT EXISTS (SELECT 1 FROM report p WHERE p.round_id = round.id AND p.state = 'built');

-- Whether rounds move by their dates; 0 rows if that is so already.
-- query round_set_by_dates exec
UPDATE round SET moves_by_dates = :by_dates:bool
 WHERE id = :id:u64 AND moves_by_dates <> :by_dates:bool;

-- Rounds that move by their dates and have not come to their end.
-- query round_moving many
-- out id u64, state text, registers date, opens date, closes date, archives date?, version u32
SELECT id, state, COALESCE(registers, opens) AS registers, opens, closes, archives, version
  FROM round WHERE moves_by_dates AND state NOT IN ('closed', 'archived') ORDER BY id;

-- Whether a round still is as that list had it; then nobody else moves it until the transaction ends.
-- query round_hold_version one
-- out id u64
SELECT id FROM round WHERE id = :id:u64 AND version = :version:u32 AND moves_by_dates FOR UPDATE;

-- Whether a practice may sign up for a round and change its modules, and may until the transaction
-- ends.
-- query round_hold_joinable one
-- out id u64
SELECT id FROM round r
 WHERE r.id = :id:u64 AND (r.state IN ('registration', 'open') OR (r.state = 'closed' AND EXISTS
       (SELECT 1 FROM extension x WHERE x.practice_id = :practice_id:u64 AND x.round_id = r.id
         AND x.ended_at IS NULL AND x.until >= :today:date))) LOCK IN SHARE MODE;

-- Whether a round is open for a practice, and stays so until the transaction ends: a close, and
-- the end of an extension, wait for it.
-- query round_hold_open one
-- out id u64
SELECT id FROM round r
 WHERE r.id = :id:u64 AND (r.state = 'open' OR (r.state = 'closed' AND EXISTS
       (SELECT 1 FROM extension x WHERE x.practice_id = :practice_id:u64 AND x.round_id = r.id
         AND x.ended_at IS NULL AND x.until >= :today:date))) LOCK IN SHARE MODE;

-- A round in which a practice may be given more time, or lose it: open, or closed and not scored
-- yet. Nobody moves it until the transaction ends.
-- query round_hold_extendable one
-- out state text
-- crosses practices: asks whether any extension of it runs
SELECT r.state FROM round r
 WHERE r.id = :id:u64 AND (r.state = 'open' OR (r.state = 'closed' AND EXISTS
       (SELECT 1 FROM extension x WHERE x.round_id = r.id AND x.ended_at IS NULL))) FOR UPDATE;

-- A closed round whose last extension has ended: its figures are of that moment.
-- query round_settle exec
UPDATE round SET closed_at = :now:time, version = version + 1
 WHERE id = :id:u64 AND state = 'closed';

-- All rounds with what was done in them.
-- query round_overview many
-- out id u64, name text, state text, registers date, opens date, closes date, reports_expected date, practices i64, charts i64, reports i64
-- crosses practices: counts for staff
SELECT r.id, r.name, r.state, COALESCE(r.registers, r.opens) AS registers, r.opens, r.closes,
       r.reports_expected,
       COALESCE((SELECT COUNT(*) FROM entry e WHERE e.round_id = r.id), 0) AS practices,
       COALESCE((SELECT COUNT(*) FROM chart c WHERE c.round_id = r.id AND c.state = 'complete'), 0)
           AS charts,
       COALESCE((SELECT COUNT(*) FROM report p WHERE p.round_id = r.id), 0) AS reports
  FROM round r ORDER BY r.opens DESC, r.id DESC;

-- The practices that entered a round, and how far each is.
-- query round_entries many
-- out practice_id u64, practice text, track text, fte f64, fellows u32, joined_at time, modules text?, required u32?, complete i64, open i64
-- crosses practices: read by staff
SELECT e.practice_id, p.name AS practice, e.track, e.fte, e.fellows, e.joined_at,
       (SELECT GROUP_CONCAT(m.module ORDER BY m.module SEPARATOR ' ') FROM entry_module m
         WHERE m.entry_id = e.id) AS modules,
       (SELECT MAX(m.required) FROM entry_module m WHERE m.entry_id = e.id) AS required,
       COALESCE((SELECT COUNT(*) FROM chart c WHERE c.round_id = e.round_id
         AND c.practice_id = e.practice_id AND c.state = 'complete'), 0) AS complete,
       COALESCE((SELECT COUNT(*) FROM chart c WHERE c.round_id = e.round_id
         AND c.practice_id = e.practice_id AND c.state = 'open'), 0) AS open
  FROM entry e JOIN practice p ON p.id = e.practice_id
 WHERE e.round_id = :round_id:u64 ORDER BY p.name;

-- How many jobs there are about a round and its practices.
-- query round_jobs one
-- out jobs i64, done i64, dead i64
SELECT COUNT(*) AS jobs, COUNT(IF(state = 'done', 1, NULL)) AS done,
       COUNT(IF(state = 'dead', 1, NULL)) AS dead
  FROM job WHERE subject = :round:text OR subject LIKE :below_round:text;

-- What waits for staff.
-- query staff_waiting one
-- out practices i64, dead_jobs i64, unfinished_jobs i64, answered_queries i64
-- crosses practices: read by staff
SELECT COALESCE((SELECT COUNT(*) FROM practice WHERE status = 'waiting'), 0) AS practices,
       COALESCE((SELECT COUNT(*) FROM job WHERE state = 'dead'), 0) AS dead_jobs,
       COALESCE((SELECT COUNT(*) FROM job WHERE state IN ('waiting', 'running')), 0)
           AS unfinished_jobs,
       COALESCE((SELECT COUNT(*) FROM chart_query WHERE by_staff AND state = 'answered'), 0)
           AS answered_queries;
