-- The units of a report below the practice, and what the measures say of their
-- charts: see report/levels.h.

-- Sites that are open, and those that charts of the round name.
-- query unit_sites many
-- out id u64, name text
SELECT s.id, s.name FROM practice_site s
 WHERE s.practice_id = :practice_id:u64
   AND (s.closed_at IS NULL OR EXISTS
       (SELECT 1 FROM chart c WHERE c.practice_id = s.practice_id AND c.round_id = :round_id:u64
         AND c.site_id = s.id AND c.state = 'complete'))
 ORDER BY s.name, s.id;

-- Physicians whose own figures the sign-up asked for.
-- query unit_physicians many
-- out id u64, name text
SELECT p.id, p.name
  FROM entry e
  JOIN entry_physician ep ON ep.entry_id = e.id AND ep.practice_id = e.practice_id
  JOIN physician p ON p.id = ep.physician_id
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64 ORDER BY p.name, p.id;

-- Fellows who abstracted charts of the round.
-- query unit_fellows many
-- out id u64, name text, account_id u64?
SELECT p.id, p.name, c.account_id
  FROM (SELECT DISTINCT abstractor_id AS account_id FROM chart
         WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'complete'
           AND abstractor_id IS NOT NULL) c
  JOIN physician p ON p.account_id = c.account_id AND p.practice_id = :practice_id:u64
 WHERE p.kind = 'fellow' ORDER BY p.name, p.id;

-- The completed charts of a practice in a round, with what they name.
-- query unit_charts each
-- out id u64, marks blob?, site_id u64?, physician_id u64?, abstractor_id u64?
SELECT id, marks, site_id, physician_id, abstractor_id FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'complete';
