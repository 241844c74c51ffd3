-- A chart's confirmed soft findings, the latest last; those of older answers, too.
-- query confirmation_list many
-- out element text, finding text, answers text, reason text, confirmed_at time, name text
SELECT c.element, c.finding, c.answers, c.reason, c.confirmed_at, a.name
  FROM confirmation c JOIN account a ON a.id = c.confirmed_by
 WHERE c.practice_id = :practice_id:u64 AND c.chart_id = :chart_id:u64 ORDER BY c.id;

-- query confirmation_add exec
INSERT INTO confirmation (chart_id, practice_id, element, finding, answers, reason, confirmed_by,
       confirmed_at)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, :finding:text, :answers:text,
        :reason:text, :account_id:u64, :now:time);

-- A chart's comments and pointers to evidence, the latest last.
-- query remark_list many
-- out element text, body text?, document text?, page text?, dated date?, written_at time, name text, role text?
SELECT r.element, r.body, r.document, r.page, r.dated, r.written_at, a.name, m.role
  FROM remark r JOIN account a ON a.id = r.written_by
  LEFT JOIN membership m ON m.account_id = r.written_by AND m.practice_id = r.practice_id
 WHERE r.practice_id = :practice_id:u64 AND r.chart_id = :chart_id:u64 ORDER BY r.id;

-- query remark_add exec
INSERT INTO remark (chart_id, practice_id, element, body, document, page, dated, written_by,
       written_at)
VALUES (:chart_id:u64, :practice_id:u64, :element:text, :body:text?, :document:text?, :page:text?,
        :dated:date?, :account_id:u64, :now:time);

-- query reopening_add exec
INSERT INTO reopening (chart_id, practice_id, reason, reopened_by, reopened_at)
VALUES (:chart_id:u64, :practice_id:u64, :reason:text, :account_id:u64, :now:time);

-- How often a chart was opened again, and why, the latest first.
-- query reopening_list many
-- out reason text, reopened_at time, name text
SELECT r.reason, r.reopened_at, a.name
  FROM reopening r JOIN account a ON a.id = r.reopened_by
 WHERE r.practice_id = :practice_id:u64 AND r.chart_id = :chart_id:u64 ORDER BY r.id DESC;
