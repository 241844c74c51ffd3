-- A round's share of completed charts, in percent, that are abstracted a second time.
-- query second_share one
-- out share u32
SELECT second_share AS share FROM round WHERE id = :id:u64;

-- Another share; 0 rows if it is that already.
-- query second_share_set exec
UPDATE round SET second_share = :share:u32 WHERE id = :id:u64 AND second_share <> :share:u32;

-- query second_draw_add exec
INSERT INTO second_draw (practice_id, round_id, number, charts, take, share, seed, drawn_by, drawn_at)
VALUES (:practice_id:u64, :round_id:u64, :number:u32, :charts:text, :take:u32, :share:u32,
        :seed:u32, :account_id:u64, :now:time);

-- query second_draw_list many
-- out number u32, charts text, take u32, share u32, seed u32, drawn_by text, drawn_at time
SELECT d.number, d.charts, d.take, d.share, d.seed, a.name AS drawn_by, d.drawn_at
  FROM second_draw d JOIN account a ON a.id = d.drawn_by
 WHERE d.practice_id = :practice_id:u64 AND d.round_id = :round_id:u64 ORDER BY d.number;

-- The completed charts of a practice in a round, and whether each was drawn before.
-- query second_candidates many
-- out id u64, number u32, drawn bool
SELECT c.id, c.number, s.chart_id IS NOT NULL AS drawn
  FROM chart c LEFT JOIN second_chart s ON s.first_id = c.id
 WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64 AND c.state = 'complete'
 ORDER BY c.number;

-- The second chart of one that was drawn: of no round, with nothing of the first but what names it.
-- query second_chart_make insert
INSERT INTO chart (practice_id, round_id, number, label, state, created_by, created_at, site_id,
       physician_id)
SELECT c.practice_id, NULL, c.number, c.label, 'open', :account_id:u64, :now:time, c.site_id,
       c.physician_id
  FROM chart c WHERE c.practice_id = :practice_id:u64 AND c.id = :first_id:u64;

-- query second_chart_modules exec
INSERT INTO chart_module (chart_id, practice_id, module)
SELECT :chart_id:u64, m.practice_id, m.module FROM chart_module m
 WHERE m.practice_id = :practice_id:u64 AND m.chart_id = :first_id:u64;

-- query second_chart_add exec
INSERT INTO second_chart (chart_id, first_id, practice_id, round_id, draw)
VALUES (:chart_id:u64, :first_id:u64, :practice_id:u64, :round_id:u64, :draw:u32);

-- All second charts of a practice in a round, with the first ones.
-- query second_list many
-- out chart_id u64, first_id u64, number u32, label text?, draw u32, state text, first_state text, abstractor_id u64?, abstractor text?, treating_id u64?, compared_at time?
SELECT s.chart_id, s.first_id, c.number, c.label, s.draw, c.state, f.state AS first_state,
       c.abstractor_id, a.name AS abstractor, p.account_id AS treating_id, s.compared_at
  FROM second_chart s
  JOIN chart c ON c.id = s.chart_id AND c.practice_id = s.practice_id
  JOIN chart f ON f.id = s.first_id AND f.practice_id = s.practice_id
  LEFT JOIN account a ON a.id = c.abstractor_id
  LEFT JOIN physician p ON p.id = c.physician_id AND p.practice_id = c.practice_id
 WHERE s.practice_id = :practice_id:u64 AND s.round_id = :round_id:u64 ORDER BY c.number;

-- Whoever had a hand in the first chart of one of these pairs: abstracted, completed or answered it.
-- query second_first_hands many
-- out chart_id u64, account_id u64?
SELECT s.chart_id, f.abstractor_id AS account_id
  FROM second_chart s JOIN chart f ON f.id = s.first_id AND f.practice_id = s.practice_id
 WHERE s.practice_id = :practice_id:u64 AND s.round_id = :round_id:u64
   AND f.abstractor_id IS NOT NULL
UNION
SELECT s.chart_id, f.completed_by
  FROM second_chart s JOIN chart f ON f.id = s.first_id AND f.practice_id = s.practice_id
 WHERE s.practice_id = :practice_id:u64 AND s.round_id = :round_id:u64
   AND f.completed_by IS NOT NULL
UNION
SELECT s.chart_id, h.changed_by
  FROM second_chart s JOIN answer_history h ON h.chart_id = s.first_id AND h.practice_id = s.practice_id
 WHERE s.practice_id = :practice_id:u64 AND s.round_id = :round_id:u64;

-- Who abstracts second charts, while they are open.
-- query second_assign bulk
UPDATE chart SET abstractor_id = :abstractor_id:u64
 WHERE practice_id = :practice_id:u64 AND id = :chart_id:u64 AND round_id IS NULL
   AND state = 'open';

-- Pairs of a practice that are to be compared now, as both charts are complete: all of a round, or
-- the one that this chart belongs to (the other is 0).
-- query second_ripe many
-- out chart_id u64, modules text?, first blob?, second blob?
SELECT s.chart_id,
       (SELECT GROUP_CONCAT(m.module SEPARATOR ' ') FROM chart_module m
         WHERE m.chart_id = s.chart_id AND m.practice_id = s.practice_id) AS modules,
       f.packed AS first, c.packed AS second
  FROM second_chart s
  JOIN chart f ON f.id = s.first_id AND f.practice_id = s.practice_id AND f.state = 'complete'
  JOIN chart c ON c.id = s.chart_id AND c.practice_id = s.practice_id AND c.state = 'complete'
 WHERE s.practice_id = :practice_id:u64 AND s.compared_at IS NULL
   AND (s.round_id = :round_id:u64 OR s.chart_id = :chart_id:u64 OR s.first_id = :chart_id:u64)
  LOCK IN SHARE MODE;

-- query second_compared exec
UPDATE second_chart SET compared_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND compared_at IS NULL;

-- query compared_answer_add bulk
INSERT INTO compared_answer (chart_id, practice_id, element, first, second)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, :first:text?, :second:text?);

-- What was compared of a practice in one round, or in all (0), round by round.
-- query compared_answers many
-- out chart_id u64, round_id u64, edition_id u32, edition_hash text, element text, first text?, second text?
SELECT s.chart_id, s.round_id, r.edition_id, e.hash AS edition_hash, k.element, k.first, k.second
  FROM second_chart s JOIN round r ON r.id = s.round_id JOIN edition e ON e.id = r.edition_id
  JOIN compared_answer k ON k.chart_id = s.chart_id AND k.practice_id = s.practice_id
 WHERE s.practice_id = :practice_id:u64 AND (:round_id:u64 = 0 OR s.round_id = :round_id:u64)
 ORDER BY s.round_id, s.chart_id;

-- How far a practice's second abstractions are, round by round, the latest first.
-- query second_rounds many
-- out round_id u64, round_name text, drawn i64, compared i64
SELECT r.id AS round_id, r.name AS round_name, COUNT(*) AS drawn, COUNT(s.compared_at) AS compared
  FROM second_chart s JOIN round r ON r.id = s.round_id
 WHERE s.practice_id = :practice_id:u64 GROUP BY r.id, r.name ORDER BY r.opens DESC, r.id DESC;
