-- A chart with its modules ("CORE SMT") and its round, as round_by_id has it; treating_id is the
-- account of its physician or fellow, if they have one. A second abstraction names the chart that
-- is abstracted again and, once both are complete, when they were compared; blind_to is who
-- abstracts this chart a second time until then.
-- query chart_open one
-- out id u64, round_id u64, number u32, label text?, state text, version u32, created_at time, completed_at time?, abstractor_id u64?, site_id u64?, physician_id u64?, treating_id u64?, second_of u64?, compared_at time?, blind_to u64?, modules text?, round_name text, round_state text, registers date, opens date, closes date, reports_expected date, archives date?, edition_id u32, edition_hash text, round_version u32, closed_at time?, moves_by_dates bool, release_by_hand bool, release_ordered_at time?, charts_a_physician u32, charts_a_fellow u32, extensions i64
SELECT c.id, r.id AS round_id, c.number, c.label, c.state, c.version, c.created_at, c.completed_at,
       c.abstractor_id, c.site_id, c.physician_id, p.account_id AS treating_id,
       s.first_id AS second_of, s.compared_at,
       (SELECT b.abstractor_id FROM second_chart t JOIN chart b ON b.id = t.chart_id
         WHERE t.first_id = c.id AND t.practice_id = c.practice_id
           AND t.compared_at IS NULL) AS blind_to,
       (SELECT GROUP_CONCAT(m.module ORDER BY m.module SEPARATOR ' ') FROM chart_module m
         WHERE m.chart_id = c.id AND m.practice_id = c.practice_id) AS modules,
       r.name AS round_name, r.state AS round_state, COALESCE(r.registers, r.opens) AS registers,
       r.opens, r.closes, r.reports_expected, r.archives, r.edition_id,
       e.hash AS edition_hash, r.version AS round_version, r.closed_at,
       r.moves_by_dates, r.release_by_hand, r.release_ordered_at,
       r.charts_a_physician, r.charts_a_fellow,
       COALESCE((SELECT COUNT(*) FROM extension x
                  WHERE x.round_id = r.id AND x.ended_at IS NULL), 0) AS extensions
  FROM chart c LEFT JOIN second_chart s ON s.chart_id = c.id AND s.practice_id = c.practice_id
  JOIN round r ON r.id = COALESCE(c.round_id, s.round_id) JOIN edition e ON e.id = r.edition_id
  LEFT JOIN physician p ON p.id = c.physician_id AND p.practice_id = c.practice_id
 WHERE c.practice_id = :practice_id:u64 AND c.id = :id:u64;

-- query answer_list many
-- out element text, value text, version u32
SELECT element, value, version FROM answer
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64;

-- The next chart of a practice in a round, of its site if there is but one; 0 if somebody took
-- the number first.
-- query chart_add insert unique
INSERT INTO chart (practice_id, round_id, number, label, state, created_by, created_at, site_id)
SELECT :practice_id:u64, :round_id:u64,
       (SELECT COALESCE(MAX(c.number), 0) + 1 FROM chart c
         WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64),
       :label:text?, 'open', :account_id:u64, :now:time,
       (SELECT IF(COUNT(*) = 1, MIN(s.id), NULL) FROM practice_site s
         WHERE s.practice_id = :practice_id:u64 AND s.closed_at IS NULL);

-- query chart_module_add exec
INSERT INTO chart_module (chart_id, practice_id, module)
VALUES (:chart_id:u64, :practice_id:u64, :module:text);

-- A first answer in an open chart; DB_DUPLICATE if somebody gave one meanwhile, 0 rows if the
-- chart is not open any more. The schema writes the history of each answer.
-- query answer_add exec unique
INSERT INTO answer (chart_id, practice_id, element, value, version, changed_by, changed_at)
SELECT c.id, c.practice_id, :element:text, :value:text, 1, :account_id:u64, :now:time
  FROM chart c
 WHERE c.practice_id = :practice_id:u64 AND c.id = :chart_id:u64 AND c.state = 'open'
  LOCK IN SHARE MODE;

-- Another answer in place of the version that was seen, in an open chart; 0 rows if there is a
-- newer one, or the chart is not open any more.
-- query answer_change exec
UPDATE answer a JOIN chart c ON c.id = a.chart_id AND c.practice_id = a.practice_id
   SET a.value = :value:text, a.version = a.version + 1, a.changed_by = :account_id:u64,
       a.changed_at = :now:time
 WHERE a.practice_id = :practice_id:u64 AND a.chart_id = :chart_id:u64
   AND a.element = :element:text AND a.version = :version:u32 AND c.state = 'open';

-- What became of a chart's answers, the latest first; with the reason where it was opened again
-- before.
-- query answer_changes many
-- out element text, version u32, before text?, after text, changed_at time, name text, role text?, reason text?
SELECT h.element, h.version, b.value AS `before`, h.value AS `after`, h.changed_at, a.name, m.role,
       (SELECT r.reason FROM reopening r WHERE r.practice_id = h.practice_id
           AND r.chart_id = h.chart_id AND r.reopened_at <= h.changed_at
         ORDER BY r.id DESC LIMIT 1) AS reason
  FROM answer_history h JOIN account a ON a.id = h.changed_by
  LEFT JOIN membership m ON m.account_id = h.changed_by AND m.practice_id = h.practice_id
  LEFT JOIN answer_history b ON b.chart_id = h.chart_id AND b.element = h.element
       AND b.version + 1 = h.version
 WHERE h.practice_id = :practice_id:u64 AND h.chart_id = :chart_id:u64
 ORDER BY h.changed_at DESC, h.element, h.version DESC;

-- query chart_complete exec
UPDATE chart SET state = 'complete', completed_by = :account_id:u64, completed_at = :now:time,
       packed = :packed:blob, marks = :marks:blob, version = version + 1
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'open';

-- query chart_reopen exec
UPDATE chart SET state = 'open', completed_by = NULL, completed_at = NULL, packed = NULL,
       marks = NULL, version = version + 1
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'complete';

-- query chart_state one
-- out state text
SELECT state FROM chart WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- Locks a chart, so that no answer changes meanwhile, and says whether it may be written.
-- query chart_lock one
-- out state text
SELECT state FROM chart WHERE practice_id = :practice_id:u64 AND id = :id:u64 FOR UPDATE;

-- The charts of a practice in a round; of one site or one physician only, unless they are 0.
-- query chart_list many
-- out id u64, number u32, label text?, state text, answered i64, changed_at time?, completed_at time?, abstractor text?, site text?, physician text?, queries i64
SELECT c.id, c.number, c.label, c.state,
       COALESCE((SELECT COUNT(*) FROM answer a WHERE a.chart_id = c.id AND a.practice_id = c.practice_id
         AND a.value <> ''), 0) AS answered,
       (SELECT MAX(a.changed_at) FROM answer a WHERE a.chart_id = c.id
         AND a.practice_id = c.practice_id) AS changed_at,
       c.completed_at, b.name AS abstractor, s.name AS site, p.name AS physician,
       COALESCE((SELECT COUNT(*) FROM chart_query q WHERE q.chart_id = c.id
         AND q.practice_id = c.practice_id AND q.state = 'open'), 0) AS queries
  FROM chart c LEFT JOIN account b ON b.id = c.abstractor_id
  LEFT JOIN practice_site s ON s.id = c.site_id AND s.practice_id = c.practice_id
  LEFT JOIN physician p ON p.id = c.physician_id AND p.practice_id = c.practice_id
 WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64
   AND (:site_id:u64 = 0 OR c.site_id = :site_id:u64)
   AND (:physician_id:u64 = 0 OR c.physician_id = :physician_id:u64) ORDER BY c.number;

-- All answers of a new chart at once.
-- query answer_put bulk
INSERT INTO answer (chart_id, practice_id, element, value, version, changed_by, changed_at)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, :value:text, 1, :account_id:u64, :now:time);

-- Who abstracts a chart, whose patient it is, and at which site.
-- query chart_set_people exec
UPDATE chart SET abstractor_id = :abstractor_id:u64?, physician_id = :physician_id:u64?,
       site_id = :site_id:u64?
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- Whoever answers first in a chart that nobody abstracts does.
-- query chart_take exec
UPDATE chart SET abstractor_id = :account_id:u64
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND abstractor_id IS NULL;

-- The fellows of a practice with their charts of a round.
-- query chart_fellows many
-- out name text, complete i64, open i64
SELECT a.name, COALESCE(COUNT(IF(c.state = 'complete', 1, NULL)), 0) AS complete,
       COALESCE(COUNT(IF(c.state = 'open', 1, NULL)), 0) AS open
  FROM membership m JOIN account a ON a.id = m.account_id
  LEFT JOIN chart c ON c.abstractor_id = a.id AND c.practice_id = m.practice_id
       AND c.round_id = :round_id:u64
 WHERE m.practice_id = :practice_id:u64 AND m.role = 'fellow' AND a.closed_at IS NULL
 GROUP BY a.id, a.name ORDER BY a.name, a.id;
