-- Practices for staff, those that wait first, the longest waiting on top; `state` '' for all.
-- query practice_list many
-- out id u64, name text, kind text, status text, status_at time, member_state text, city text, country text, fte f64, created_at time
-- crosses practices: read by staff
SELECT p.id, p.name, p.kind, p.status, p.status_at, p.member_state, p.city, c.name AS country,
       p.fte, p.created_at
  FROM practice p JOIN country c ON c.code = p.country_code
 WHERE :state:text = '' OR p.status = :state:text
 ORDER BY FIELD(p.status, 'waiting', 'approved', 'declined'),
       IF(p.status = 'waiting', p.created_at, NULL), p.name
 LIMIT 1000;

-- Other practices of the same name or with the same physician: a practice registers once.
-- query practice_twins many
-- out id u64, name text, city text, status text
-- crosses practices: read by staff
SELECT id, name, city, status FROM practice
 WHERE id <> :id:u64 AND (name = :name:text OR member_id = :member_id:text)
 ORDER BY name, id LIMIT 20;

-- How many practices there are in each state.
-- query practice_counts one
-- out waiting i64, approved i64, declined i64
-- crosses practices: read by staff
SELECT COUNT(IF(status = 'waiting', 1, NULL)) AS waiting,
       COUNT(IF(status = 'approved', 1, NULL)) AS approved,
       COUNT(IF(status = 'declined', 1, NULL)) AS declined
  FROM practice;

-- A decision; 0 rows if somebody decided meanwhile. A declined practice may be approved later.
-- query practice_decide exec
-- crosses practices: decided by staff
UPDATE practice SET status = :status:text, status_reason = :reason:text?, status_at = :now:time,
       status_by = :account_id:u64
 WHERE id = :id:u64 AND status = :was:text;

-- Those of a practice who hear of what is decided about it.
-- query practice_managers many
-- out name text, email text
SELECT a.name, a.email FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.practice_id = :practice_id:u64 AND m.role IN ('physician', 'administrator', 'director')
   AND a.closed_at IS NULL
 ORDER BY a.id;
