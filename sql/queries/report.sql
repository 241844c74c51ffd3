-- A released report of the practice.
-- query report_by_id one
-- out id u64, round_id u64, round_name text, charts u32, page text, edition_hash text, built_at time, released_at time?
SELECT r.id, r.round_id, o.name AS round_name, r.charts, r.page, r.edition_hash, r.built_at,
       r.released_at
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.id = :id:u64 AND r.state = 'released';

-- query report_list many
-- out id u64, round_id u64, round_name text, charts u32, released_at time?
SELECT r.id, r.round_id, o.name AS round_name, r.charts, r.released_at
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.state = 'released'
 ORDER BY o.opens DESC;
