-- A practice signs up; 0 if it has done so already.
-- query entry_add insert unique
INSERT INTO entry (round_id, practice_id, track, fte, fellows, joined_by, joined_at)
VALUES (:round_id:u64, :practice_id:u64, :track:text, :fte:f64, :fellows:u32, :joined_by:u64,
        :now:time);

-- Adds a module, or changes how many charts it asks for.
-- query entry_module_put bulk
INSERT INTO entry_module (entry_id, practice_id, module, required)
VALUES (:entry_id:u64, :practice_id:u64, :module:text, :required:u32)
ON DUPLICATE KEY UPDATE required = VALUES(required);

-- One change of a sign-up at a time.
-- query entry_hold one
-- out id u64
SELECT id FROM entry WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 FOR UPDATE;

-- Takes a module out; 0 rows if a chart of the round is in it.
-- query entry_module_remove exec
DELETE FROM entry_module
 WHERE entry_id = :entry_id:u64 AND practice_id = :practice_id:u64 AND module = :module:text
   AND NOT EXISTS (SELECT 1 FROM chart c JOIN chart_module cm ON cm.chart_id = c.id
        WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64
          AND cm.module = :module:text);

-- Rounds that a practice's dashboard shows, with its sign-up: open ones, coming ones, then those
-- that it took part in and whose reports are not released. With more time for the practice a
-- round shows as open until then.
-- query dashboard_rounds many
-- out id u64, name text, state text, registers date, opens date, closes date, reports_expected date, track text?, extended date?, provisional bool
SELECT r.id, r.name, IF(x.until IS NULL, r.state, 'open') AS state,
       COALESCE(r.registers, r.opens) AS registers, r.opens,
       COALESCE(x.until, r.closes) AS closes, r.reports_expected, e.track, x.until AS extended,
       r.provisional AND e.id IS NOT NULL AND (r.state = 'open' OR x.until IS NOT NULL) AS provisional
  FROM round r
  LEFT JOIN entry e ON e.round_id = r.id AND e.practice_id = :practice_id:u64
  LEFT JOIN extension x ON x.round_id = r.id AND x.practice_id = :practice_id:u64
       AND r.state IN ('open', 'closed') AND x.ended_at IS NULL AND x.until >= :today:date
 WHERE r.state IN ('planned', 'registration', 'open') OR (r.state = 'closed' AND e.id IS NOT NULL)
 ORDER BY FIELD(IF(x.until IS NULL, r.state, 'open'), 'open', 'registration', 'planned', 'closed'),
       COALESCE(x.until, r.closes), r.id;

-- Charts done and required, by module, of all its sign-ups in those rounds.
-- query dashboard_progress many
-- out round_id u64, module text, required u32, declared u32?, complete i64
SELECT e.round_id, em.module, em.required, d.eligible AS declared,
       COALESCE(COUNT(IF(c.state = 'complete', 1, NULL)), 0) AS complete
  FROM entry e
  JOIN round r ON r.id = e.round_id AND r.state NOT IN ('released', 'archived')
  JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
  LEFT JOIN (chart c JOIN chart_module cm ON cm.chart_id = c.id)
       ON c.round_id = e.round_id AND c.practice_id = e.practice_id AND cm.module = em.module
  LEFT JOIN declaration d ON d.practice_id = e.practice_id AND d.round_id = e.round_id
       AND d.module = em.module
 WHERE e.practice_id = :practice_id:u64
 GROUP BY e.round_id, em.module, em.required, d.eligible ORDER BY e.round_id, em.module <> 'CORE', em.module;

-- The released report of a practice in a round.
-- query report_in_round one
-- out id u64
SELECT id FROM report
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'released';
