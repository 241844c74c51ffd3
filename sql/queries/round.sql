-- query round_by_id one
-- out id u64, name text, state text, opens date, closes date, reports_expected date, edition_id u32, edition_hash text, version u32
SELECT r.id, r.name, r.state, r.opens, r.closes, r.reports_expected, r.edition_id,
       e.hash AS edition_hash, r.version
  FROM round r JOIN edition e ON e.id = r.edition_id
 WHERE r.id = :id:u64;

-- All rounds, newest first; for the home page and dashboards.
-- query round_list many
-- out id u64, name text, state text, opens date, closes date, reports_expected date
SELECT id, name, state, opens, closes, reports_expected FROM round ORDER BY opens DESC, id DESC;

-- query round_modules many
-- out module text
SELECT module FROM round_module WHERE round_id = :round_id:u64 ORDER BY module;

-- Charts a module for a number of FTE oncologists (qopi-domain section 14, 1 and 2).
-- query round_required one
-- out charts u32
SELECT charts FROM round_chart_count
 WHERE round_id = :round_id:u64 AND fte_from <= :fte:f64 ORDER BY fte_from DESC LIMIT 1;

-- query round_chart_counts many
-- out fte_from f64, charts u32
SELECT fte_from, charts FROM round_chart_count WHERE round_id = :round_id:u64 ORDER BY fte_from;

-- A practice's sign-up for a round.
-- query entry_of one
-- out id u64, round_id u64, track text, fte f64, fellows u32, joined_at time
SELECT id, round_id, track, fte, fellows, joined_at FROM entry
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64;

-- Its modules, with the charts done and required of each.
-- query entry_progress many
-- out module text, required u32, complete i64, open i64
SELECT em.module, em.required,
       COALESCE(COUNT(IF(c.state = 'complete', 1, NULL)), 0) AS complete,
       COALESCE(COUNT(IF(c.state = 'open', 1, NULL)), 0) AS open
  FROM entry e
  JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
  LEFT JOIN chart_module cm ON cm.practice_id = e.practice_id AND cm.module = em.module
  LEFT JOIN chart c ON c.id = cm.chart_id AND c.practice_id = e.practice_id
       AND c.round_id = e.round_id
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64
 GROUP BY em.module, em.required ORDER BY em.module;
