-- Whether a round's reports wait for staff; 0 rows if that is so already.
-- query round_set_by_hand exec
UPDATE round SET release_by_hand = :by_hand:bool
 WHERE id = :id:u64 AND release_by_hand <> :by_hand:bool;

-- Staff say that the reports may go out; 0 rows if they have said so, or the round is not closed.
-- query round_order_release exec
UPDATE round SET release_ordered_at = :now:time
 WHERE id = :id:u64 AND state = 'closed' AND release_ordered_at IS NULL;

-- A job that waits runs as soon as a worker is free.
-- query job_soon exec
UPDATE job SET run_after = :now:time
 WHERE kind = :kind:text AND subject = :subject:text AND state = 'waiting';

-- The reports of a round, for staff.
-- query release_list many
-- out id u64, practice_id u64, practice text, state text, held bool, charts u32, built_at time, released_at time?
-- crosses practices: read by staff
SELECT r.id, r.practice_id, p.name AS practice, r.state, r.held, r.charts, r.built_at,
       r.released_at
  FROM report r JOIN practice p ON p.id = r.practice_id
 WHERE r.round_id = :round_id:u64 ORDER BY p.name;

-- A report for staff, released or not.
-- query release_look one
-- out id u64, round_id u64, round_name text, practice_id u64, practice text, page text
-- crosses practices: read by staff
SELECT r.id, r.round_id, o.name AS round_name, r.practice_id, p.name AS practice, r.page
  FROM report r JOIN round o ON o.id = r.round_id JOIN practice p ON p.id = r.practice_id
 WHERE r.id = :id:u64;

-- Holds a report back, or no more; 0 rows if it is so already, or released.
-- query release_hold exec
UPDATE report SET held = :held:bool
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'built' AND held <> :held:bool;

-- Releases a report that was held back when its round was released.
-- query release_late exec
UPDATE report r JOIN round o ON o.id = r.round_id SET r.state = 'released', r.released_at = :now:time
 WHERE r.practice_id = :practice_id:u64 AND r.round_id = :round_id:u64 AND r.state = 'built'
   AND NOT r.held AND o.state = 'released';
