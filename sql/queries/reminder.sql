-- Practices whose last day in a round is near, with it; more time for a practice counts.
-- query reminder_due many
-- out round_id u64, round_name text, edition_id u32, edition_hash text, practice_id u64, practice text, closes date
-- crosses practices: all of a round are reminded
SELECT r.id AS round_id, r.name AS round_name, r.edition_id, d.hash AS edition_hash,
       e.practice_id, p.name AS practice, COALESCE(x.until, r.closes) AS closes
  FROM round r
  JOIN edition d ON d.id = r.edition_id
  JOIN entry e ON e.round_id = r.id
  JOIN practice p ON p.id = e.practice_id
  LEFT JOIN extension x ON x.round_id = r.id AND x.practice_id = e.practice_id
       AND x.ended_at IS NULL AND x.until >= :today:date
 WHERE (r.state = 'open' OR (r.state = 'closed' AND x.until IS NOT NULL))
   AND COALESCE(x.until, r.closes) BETWEEN :today:date AND :last:date
 ORDER BY r.id, e.practice_id;

-- Notes that a reminder goes out; DB_DUPLICATE if it did before.
-- query reminder_add exec unique
INSERT INTO reminder (round_id, practice_id, closes, days, sent_at)
VALUES (:round_id:u64, :practice_id:u64, :closes:date, :days:u32, :now:time);

-- Who is reminded: those who run the practice's side of QOPI, and those who abstract.
-- query reminder_recipients many
-- out email text
SELECT a.email FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.practice_id = :practice_id:u64 AND m.role <> 'viewer' AND a.closed_at IS NULL
 ORDER BY a.id;
