-- A released report of the practice.
-- query report_by_id one
-- out id u64, round_id u64, round_name text, charts u32, edition_hash text, built_at time, released_at time?
SELECT r.id, r.round_id, o.name AS round_name, r.charts, r.edition_hash, r.built_at, r.released_at
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.id = :id:u64 AND r.state = 'released';

-- The page of such a report, as it was built.
-- query report_page one
-- out round_name text, page text
SELECT o.name AS round_name, r.page
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.id = :id:u64 AND r.state = 'released';

-- query report_result one
-- out result text?
SELECT result FROM report
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'released';

-- query report_list many
-- out id u64, round_id u64, round_name text, charts u32, released_at time?
SELECT r.id, r.round_id, o.name AS round_name, r.charts, r.released_at
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.state = 'released'
 ORDER BY o.opens DESC;

-- A place for a report; 0 if there is one.
-- query report_add insert unique
INSERT INTO report (round_id, practice_id, state, edition_hash, charts, page, built_at)
VALUES (:round_id:u64, :practice_id:u64, 'built', :edition_hash:text, 0, '', :now:time);

-- Nobody else changes it until the transaction ends.
-- query report_hold one
-- out id u64, state text, result text?
SELECT id, state, result FROM report
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 FOR UPDATE;

-- Result and page are given as bytes: the server takes them as they are, in two thirds of the time
-- of a text, and still refuses what is no UTF-8.
-- query report_store exec
UPDATE report SET edition_hash = :edition_hash:text, charts = :charts:u32, result = :result:blob,
       page = :page:blob, built_at = :now:time
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND state = 'built';

-- query report_part_clear exec
DELETE FROM report_part WHERE practice_id = :practice_id:u64 AND report_id = :report_id:u64;

-- query report_part_add exec
INSERT INTO report_part (report_id, part, physician_id, practice_id, content)
VALUES (:report_id:u64, :part:text, :physician_id:u64, :practice_id:u64, :content:text);

-- What an account reads below a report's page, in order: of all named people, or of itself as
-- one of them; then the end. `all_people` says which.
-- query report_parts many
-- out part text, content text
SELECT part, content FROM report_part
 WHERE practice_id = :practice_id:u64 AND report_id = :report_id:u64
   AND (part = 'end' OR (part = 'people' AND :all_people:bool)
        OR (part = 'person' AND NOT :all_people:bool AND physician_id IN
            (SELECT p.id FROM physician p
              WHERE p.practice_id = :practice_id:u64 AND p.account_id = :account_id:u64)))
 ORDER BY part;

-- query report_file_clear exec
DELETE FROM report_file WHERE practice_id = :practice_id:u64 AND report_id = :report_id:u64;

-- query report_file_add exec
INSERT INTO report_file (report_id, format, named, practice_id, content)
VALUES (:report_id:u64, :format:text, :named:bool, :practice_id:u64, :content:blob);

-- Jobs for the reports of a round that have no files.
-- query job_put_files exec
-- crosses practices: all of a round get theirs
INSERT IGNORE INTO job (kind, subject, run_after, created_at)
SELECT 'files', CONCAT('round:', r.round_id, '/practice:', r.practice_id), :now:time, :now:time
  FROM report r
 WHERE r.round_id = :round_id:u64 AND r.state = 'built'
   AND NOT EXISTS (SELECT 1 FROM report_file f WHERE f.report_id = r.id);

-- A file of a report; the one with named people where there is one and it may be read.
-- query report_file_get one
-- out content blob
SELECT content FROM report_file
 WHERE practice_id = :practice_id:u64 AND report_id = :report_id:u64 AND format = :format:text
   AND (NOT named OR :all_people:bool) ORDER BY named DESC LIMIT 1;

-- Charts of a practice in a round that were not complete when it closed.
-- query report_incomplete many
-- out number u32, label text?
SELECT number, label FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'open'
 ORDER BY number;

-- The charts that a report is of, with what the measures say of each.
-- query report_charts many
-- out id u64, number u32, label text?, packed blob?, marks blob?
SELECT id, number, label, packed, marks FROM chart
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND state = 'complete'
 ORDER BY number;

-- Of whom and of what a report tells: the practice, its sign-up, and its completed charts.
-- query report_head one
-- out practice text, kind text, country_code text, track text, fte f64, certified bool, charts i64
SELECT p.name AS practice, p.kind, p.country_code, e.track, e.fte,
       EXISTS (SELECT 1 FROM certification_term t
                WHERE t.practice_id = p.id AND r.closes BETWEEN t.certified_on AND t.ends_on) AS certified,
       COALESCE((SELECT COUNT(*) FROM chart c WHERE c.practice_id = e.practice_id
                    AND c.round_id = e.round_id AND c.state = 'complete'), 0) AS charts
  FROM entry e JOIN practice p ON p.id = e.practice_id JOIN round r ON r.id = e.round_id
 WHERE e.practice_id = :practice_id:u64 AND e.round_id = :round_id:u64;

-- query report_release exec
-- crosses practices: all reports of a round are released together, but those held back
UPDATE report SET state = 'released', released_at = :now:time
 WHERE round_id = :round_id:u64 AND state = 'built' AND NOT held;

-- Who is told that a report is ready: managers with an account, and contacts; each address once.
-- Of all practices, or of one.
-- query report_recipients many
-- out report_id u64, practice_name text, email text
-- crosses practices: all of a round are told
SELECT r.id AS report_id, p.name AS practice_name, w.email
  FROM report r
  JOIN practice p ON p.id = r.practice_id
  JOIN (SELECT m.practice_id, a.email FROM membership m JOIN account a ON a.id = m.account_id
         WHERE m.role IN ('physician', 'administrator', 'director') AND a.closed_at IS NULL
        UNION SELECT c.practice_id, c.email FROM practice_contact c) w
    ON w.practice_id = r.practice_id
 WHERE r.round_id = :round_id:u64 AND r.state = 'released'
   AND (:practice_id:u64 = 0 OR r.practice_id = :practice_id:u64) ORDER BY r.id, w.email;
