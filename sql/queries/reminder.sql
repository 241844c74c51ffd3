-- Notes the next reminders that go out, as a batch: to practices whose last day in a round is
-- near; more time for one counts. Each day has a step of `near`, `middle` and `far` days before the
-- last one, and there is one reminder a step: of workers that find at once that it is due, one
-- has it in its batch.
-- query reminder_take exec
-- crosses practices: all of a round are reminded
INSERT IGNORE INTO reminder (round_id, practice_id, closes, days, sent_at, batch)
SELECT due.round_id, due.practice_id, due.closes, due.days, :now:time, :batch:text
  FROM (SELECT r.id AS round_id, e.practice_id, COALESCE(x.until, r.closes) AS closes,
               CASE WHEN DATEDIFF(COALESCE(x.until, r.closes), :today:date) <= :near:u32 THEN :near:u32
                    WHEN DATEDIFF(COALESCE(x.until, r.closes), :today:date) <= :middle:u32 THEN :middle:u32
                    ELSE :far:u32 END AS days
          FROM round r
          JOIN entry e ON e.round_id = r.id
          LEFT JOIN extension x ON x.round_id = r.id AND x.practice_id = e.practice_id
               AND x.ended_at IS NULL AND x.until >= :today:date
         WHERE (r.state = 'open' OR (r.state = 'closed' AND x.until IS NOT NULL))
           AND DATEDIFF(COALESCE(x.until, r.closes), :today:date) BETWEEN 0 AND :far:u32) due
 WHERE NOT EXISTS (SELECT 1 FROM reminder m
        WHERE m.round_id = due.round_id AND m.practice_id = due.practice_id
          AND m.closes = due.closes AND m.days = due.days)
 ORDER BY due.round_id, due.practice_id LIMIT :most:u32;

-- How far the practices of a batch are, module by module.
-- query reminder_progress many
-- out round_id u64, round_name text, edition_id u32, edition_hash text, practice_id u64, practice text, closes date, module text, required u32, declared u32?, complete i64, open i64
-- crosses practices: all of a round are reminded
SELECT r.id AS round_id, r.name AS round_name, r.edition_id, n.hash AS edition_hash,
       p.id AS practice_id, p.name AS practice, m.closes,
       em.module, em.required, d.eligible AS declared,
       COALESCE(COUNT(IF(c.state = 'complete', 1, NULL)), 0) AS complete,
       COALESCE(COUNT(IF(c.state = 'open', 1, NULL)), 0) AS open
  FROM reminder m
  JOIN round r ON r.id = m.round_id
  JOIN edition n ON n.id = r.edition_id
  JOIN practice p ON p.id = m.practice_id
  JOIN entry e ON e.round_id = m.round_id AND e.practice_id = m.practice_id
  JOIN entry_module em ON em.entry_id = e.id AND em.practice_id = e.practice_id
  LEFT JOIN (chart c JOIN chart_module cm ON cm.chart_id = c.id)
       ON c.round_id = e.round_id AND c.practice_id = e.practice_id AND cm.module = em.module
  LEFT JOIN declaration d ON d.practice_id = e.practice_id AND d.round_id = e.round_id
       AND d.module = em.module
 WHERE m.batch = :batch:text
 GROUP BY r.id, r.name, r.edition_id, n.hash, p.id, p.name, m.closes, em.module, em.required, d.eligible
 ORDER BY r.id, p.id, em.module <> 'CORE', em.module;

-- Who is reminded: those who run the practice's side of QOPI, and those who abstract.
-- query reminder_recipients many
-- out round_id u64, practice_id u64, email text
-- crosses practices: all of a round are reminded
SELECT r.round_id, r.practice_id, a.email
  FROM reminder r
  JOIN membership m ON m.practice_id = r.practice_id
  JOIN account a ON a.id = m.account_id
 WHERE r.batch = :batch:text AND m.role <> 'viewer' AND a.closed_at IS NULL
 ORDER BY r.round_id, r.practice_id, a.id;
