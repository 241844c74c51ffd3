-- The messages of a chart's queries, query by query in the order of asking.
-- query chart_query_list many
-- out id u64, element text, state text, by_staff bool, asked_by u64, closed_at time?, body text, written_at time, name text, role text?, staff bool
SELECT q.id, q.element, q.state, q.by_staff, q.asked_by, q.closed_at, g.body, g.written_at, a.name,
       m.role, a.staff IS NOT NULL AS staff
  FROM chart_query q
  JOIN chart_query_message g ON g.query_id = q.id AND g.practice_id = q.practice_id
  JOIN account a ON a.id = g.written_by
  LEFT JOIN membership m ON m.account_id = g.written_by AND m.practice_id = q.practice_id
 WHERE q.practice_id = :practice_id:u64 AND q.chart_id = :chart_id:u64 ORDER BY q.id, g.id;

-- query chart_query_add insert
INSERT INTO chart_query (chart_id, practice_id, element, state, by_staff, asked_by, asked_at)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, 'open', :by_staff:bool, :account_id:u64,
        :now:time);

-- query chart_query_say exec
INSERT INTO chart_query_message (query_id, practice_id, body, written_by, written_at)
VALUES (:id:u64, :practice_id:u64, :body:text, :account_id:u64, :now:time);

-- Locks a query for what is said next.
-- query chart_query_hold one
-- out id u64, element text, state text, by_staff bool, asked_by u64
SELECT id, element, state, by_staff, asked_by FROM chart_query
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND id = :id:u64 FOR UPDATE;

-- query chart_query_move exec
UPDATE chart_query SET state = :state:text WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- query chart_query_close exec
UPDATE chart_query SET state = 'closed', closed_by = :account_id:u64, closed_at = :now:time
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- What waits on a practice's dashboard: open queries, and answered ones of the visitor's own.
-- query chart_query_waiting many
-- out element text, state text, by_staff bool, asked_at time, name text, chart_id u64, number u32, round_name text
SELECT q.element, q.state, q.by_staff, q.asked_at, a.name, c.id AS chart_id, c.number,
       r.name AS round_name
  FROM chart_query q JOIN chart c ON c.id = q.chart_id AND c.practice_id = q.practice_id
  JOIN round r ON r.id = c.round_id JOIN account a ON a.id = q.asked_by
 WHERE q.practice_id = :practice_id:u64
   AND (q.state = 'open' OR (q.state = 'answered' AND q.asked_by = :account_id:u64))
 ORDER BY q.state, q.id LIMIT 50;

-- Queries of ASCO staff that are not closed, the answered ones first.
-- query chart_query_of_staff many
-- out element text, state text, asked_at time, name text, practice_id u64, practice text, chart_id u64, number u32, round_name text
-- crosses practices: read by staff
SELECT q.element, q.state, q.asked_at, a.name, q.practice_id, p.name AS practice, c.id AS chart_id,
       c.number, r.name AS round_name
  FROM chart_query q JOIN chart c ON c.id = q.chart_id
  JOIN practice p ON p.id = q.practice_id
  JOIN round r ON r.id = c.round_id JOIN account a ON a.id = q.asked_by
 WHERE q.by_staff AND q.state IN ('open', 'answered')
 ORDER BY FIELD(q.state, 'answered', 'open'), q.id LIMIT 500;

-- The charts of a practice in rounds whose reports are not out, for staff who may ask about one.
-- query chart_list_of_staff many
-- out id u64, number u32, state text, round_name text, answered i64, queries i64
SELECT c.id, c.number, c.state, r.name AS round_name,
       COALESCE((SELECT COUNT(*) FROM answer a WHERE a.chart_id = c.id
         AND a.practice_id = c.practice_id AND a.value <> ''), 0) AS answered,
       COALESCE((SELECT COUNT(*) FROM chart_query q WHERE q.chart_id = c.id
         AND q.practice_id = c.practice_id AND q.state <> 'closed'), 0) AS queries
  FROM chart c JOIN round r ON r.id = c.round_id AND r.state NOT IN ('released', 'archived')
 WHERE c.practice_id = :practice_id:u64 ORDER BY r.opens DESC, r.id, c.number LIMIT 2000;
