-- query import_add insert
INSERT INTO import (practice_id, round_id, token_id, made_by, made_at, expires_at, format, edition_id,
       overwrite, complete, digest, charts, wrong, state)
VALUES (:practice_id:u64, :round_id:u64, :token_id:u64?, :made_by:u64, :now:time, :expires_at:time,
        :format:text, :edition_id:u32, :overwrite:text?, :complete:text?, :digest:blob,
        :charts:u32, :wrong:u32, 'shown');

-- query import_chart_add bulk
INSERT INTO import_chart (import_id, practice_id, line, name, chart_id, modules, packed, state)
VALUES (:import_id:u64, :practice_id:u64, :line:u32, :name:text, :chart_id:u64?, :modules:text,
        :packed:blob, 'waiting');

-- query import_by_id one
-- out id u64, round_id u64, token_id u64?, made_by u64, made_by_name text, made_at time, expires_at time, format text, edition_id u32, overwrite bool, complete bool, digest blob, charts u32, wrong u32, state text, finished_at time?
SELECT i.id, i.round_id, i.token_id, i.made_by, a.name AS made_by_name, i.made_at, i.expires_at, i.format,
       i.edition_id, i.overwrite IS NOT NULL AS overwrite, i.complete IS NOT NULL AS complete,
       i.digest, i.charts, i.wrong, i.state, i.finished_at
  FROM import i JOIN account a ON a.id = i.made_by
 WHERE i.practice_id = :practice_id:u64 AND i.id = :id:u64;

-- Locks an import, so that it is started or gone on with once.
-- query import_hold one
-- out state text
SELECT state FROM import WHERE practice_id = :practice_id:u64 AND id = :id:u64 FOR UPDATE;

-- How far it is, by what became of its charts.
-- query import_progress one
-- out waiting i64, made i64, changed i64, same i64, skipped i64, completed i64, fresh i64
SELECT COUNT(IF(state = 'waiting', 1, NULL)) AS waiting, COUNT(IF(state = 'made', 1, NULL)) AS made,
       COUNT(IF(state = 'changed', 1, NULL)) AS changed, COUNT(IF(state = 'same', 1, NULL)) AS same,
       COUNT(IF(state = 'skipped', 1, NULL)) AS skipped, COUNT(completed) AS completed,
       COUNT(IF(state = 'waiting' AND chart_id IS NULL, 1, NULL)) AS fresh
  FROM import_chart WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64;

-- What became of the one chart of an import that holds no more.
-- query import_result one
-- out state text, chart_id u64?, why text?
SELECT state, chart_id, why FROM import_chart
 WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64;

-- query import_skipped many
-- out line u32, name text, why text?
SELECT line, name, why FROM import_chart
 WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64 AND state = 'skipped'
 ORDER BY line LIMIT :most:u32;

-- All charts of an import that were not dealt with, for the digest.
-- query import_content each
-- out line u32, name text, chart_id u64?, modules text, packed blob?
SELECT line, name, chart_id, modules, packed FROM import_chart
 WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64 ORDER BY line;

-- The next charts to deal with.
-- query import_waiting many
-- out line u32, name text, chart_id u64?, modules text, packed blob?
SELECT line, name, chart_id, modules, packed FROM import_chart
 WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64 AND state = 'waiting'
 ORDER BY line LIMIT :most:u32;

-- query import_state exec
UPDATE import SET state = :state:text, finished_at = :finished_at:time?, expires_at = :expires_at:time
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- query import_chart_result bulk
UPDATE import_chart SET state = :state:text, chart_id = :chart_id:u64?, completed = :completed:text?,
       why = :why:text?, packed = NULL
 WHERE practice_id = :practice_id:u64 AND import_id = :import_id:u64 AND line = :line:u32;

-- query import_remove exec
DELETE FROM import WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'shown';

-- Those of a round that a person may go back to, newest first.
-- query import_recent many
-- out id u64, made_by text, made_at time, format text, charts u32, state text
SELECT i.id, a.name AS made_by, i.made_at, i.format, i.charts, i.state
  FROM import i JOIN account a ON a.id = i.made_by
 WHERE i.practice_id = :practice_id:u64 AND i.round_id = :round_id:u64
 ORDER BY i.id DESC LIMIT 20;

-- query import_sweep exec
-- crosses practices: deletes what is past its time
DELETE FROM import WHERE expires_at < :now:time AND state <> 'running';

-- The charts of a practice in a round, in their order; answers as they were completed where they are.
-- query exchange_charts many
-- out id u64, number u32, label text?, state text, treating_id u64?, modules text?, packed blob?
SELECT c.id, c.number, c.label, c.state, p.account_id AS treating_id,
       (SELECT GROUP_CONCAT(m.module ORDER BY m.module SEPARATOR ';') FROM chart_module m
         WHERE m.chart_id = c.id AND m.practice_id = c.practice_id) AS modules,
       IF(c.state = 'complete', c.packed, NULL) AS packed
  FROM chart c LEFT JOIN physician p ON p.id = c.physician_id AND p.practice_id = c.practice_id
 WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64 ORDER BY c.number;

-- The answers of those that are not complete, chart by chart.
-- query exchange_answers each
-- out chart_id u64, element text, value text
SELECT a.chart_id, a.element, a.value
  FROM chart c JOIN answer a ON a.chart_id = c.id AND a.practice_id = c.practice_id
 WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64 AND c.state <> 'complete'
 ORDER BY c.number, a.element;

-- The charts that the next rows of an import change, locked, with their answers.
-- query import_targets many
-- out id u64, state text, modules text?
SELECT c.id, c.state,
       (SELECT GROUP_CONCAT(m.module ORDER BY m.module SEPARATOR ';') FROM chart_module m
         WHERE m.chart_id = c.id AND m.practice_id = c.practice_id) AS modules
  FROM import_chart i JOIN chart c ON c.id = i.chart_id AND c.practice_id = i.practice_id
 WHERE i.practice_id = :practice_id:u64 AND i.import_id = :import_id:u64
   AND i.line BETWEEN :from:u32 AND :to:u32 FOR UPDATE;

-- query import_target_answers many
-- out chart_id u64, element text, value text, version u32
SELECT a.chart_id, a.element, a.value, a.version
  FROM import_chart i JOIN answer a ON a.chart_id = i.chart_id AND a.practice_id = i.practice_id
 WHERE i.practice_id = :practice_id:u64 AND i.import_id = :import_id:u64
   AND i.line BETWEEN :from:u32 AND :to:u32;

-- The newest number and every label of a round, to tell new charts from those that are there.
-- query import_labels many
-- out id u64, number u32, label text?
SELECT id, number, label FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 ORDER BY number;

-- query import_chart_make bulk
INSERT INTO chart (practice_id, round_id, number, label, state, created_by, created_at, abstractor_id)
VALUES (:practice_id:u64, :round_id:u64, :number:u32, :label:text, 'open', :account_id:u64, :now:time,
        :account_id:u64);

-- query import_made many
-- out id u64, number u32
SELECT id, number FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND number >= :from:u32;

-- query import_modules_make bulk
INSERT INTO chart_module (chart_id, practice_id, module)
VALUES (:chart_id:u64, :practice_id:u64, :module:text);

-- Another answer in place of one whose version was read under the chart's lock.
-- query import_answer_change bulk
UPDATE answer SET value = :value:text, version = :version:u32, changed_by = :account_id:u64,
       changed_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND element = :element:text;

-- query import_complete bulk
UPDATE chart SET state = 'complete', completed_by = :account_id:u64, completed_at = :now:time,
       packed = :packed:blob, marks = :marks:blob, version = version + 1
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'open';
