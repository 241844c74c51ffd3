-- What stands in for a completed chart's answers: read by chart number, written again.

-- Some completed charts of a round behind one, all or those without marks.
-- query packing_charts many
-- out id u64, practice_id u64, version u32, completed_at time?, modules text?, packed blob?, marks blob?
-- crosses practices: an operator's command
SELECT c.id, c.practice_id, c.version, c.completed_at,
       (SELECT GROUP_CONCAT(m.module SEPARATOR ' ') FROM chart_module m WHERE m.chart_id = c.id) AS modules,
       c.packed, c.marks
  FROM chart c
 WHERE c.round_id = :round_id:u64 AND c.state = 'complete' AND c.id > :after:u64
   AND (NOT :without_marks:bool OR c.marks IS NULL)
 ORDER BY c.id LIMIT :most:u32;

-- The answers of these charts.
-- query packing_answers many
-- out chart_id u64, element text, value text
-- crosses practices: an operator's command
SELECT a.chart_id, a.element, a.value FROM answer a JOIN chart c ON c.id = a.chart_id
 WHERE a.chart_id BETWEEN :first:u64 AND :last:u64 AND c.round_id = :round_id:u64
   AND c.state = 'complete'
 ORDER BY a.chart_id;

-- Nothing changes in a chart that somebody touched meanwhile.
-- query packing_put bulk
UPDATE chart SET packed = :packed:blob, marks = :marks:blob
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND version = :version:u32
   AND state = 'complete';

-- Rounds with their editions.
-- query packing_rounds many
-- out id u64, edition_id u32, edition_hash text
SELECT r.id, r.edition_id, e.hash AS edition_hash FROM round r JOIN edition e ON e.id = r.edition_id
 ORDER BY r.id;
