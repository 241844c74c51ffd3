-- A page's last report, locked for the next.
-- query chart_clock_hold one
-- out seq u64, reported_at time
SELECT seq, reported_at FROM chart_clock
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND account_id = :account_id:u64
   AND client = :client:text FOR UPDATE;

-- The first report of a page; DB_DUPLICATE if another came at the same time.
-- query chart_clock_add exec unique
INSERT INTO chart_clock (chart_id, practice_id, account_id, client, seq, reported_at)
VALUES (:chart_id:u64, :practice_id:u64, :account_id:u64, :client:text, :seq:u64, :now:time);

-- query chart_clock_move exec
UPDATE chart_clock SET seq = :seq:u64, reported_at = :now:time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 AND account_id = :account_id:u64
   AND client = :client:text;

-- Pages that have been closed for long.
-- query chart_clock_sweep exec
-- crosses practices: forgets the pages of all
DELETE FROM chart_clock WHERE reported_at < :before:time;

-- query chart_time_add bulk
INSERT INTO chart_time (chart_id, practice_id, account_id, section, day, seconds)
VALUES (:chart_id:u64, :practice_id:u64, :account_id:u64, :section:text, :day:date, :seconds:u32)
ON DUPLICATE KEY UPDATE seconds = seconds + VALUES(seconds);

-- Time on a chart by section, of all people and days.
-- query chart_time_sections many
-- out section text, seconds i64
SELECT section, COALESCE(CAST(SUM(seconds) AS SIGNED), 0) AS seconds FROM chart_time
 WHERE practice_id = :practice_id:u64 AND chart_id = :chart_id:u64 GROUP BY section;

-- How long a practice's complete charts of a round took: those of at least a minute.
-- query chart_time_pace one
-- out charts i64, seconds i64
SELECT COUNT(*) AS charts, COALESCE(CAST(SUM(t.seconds) AS SIGNED), 0) AS seconds
  FROM (SELECT SUM(w.seconds) AS seconds
          FROM chart c JOIN chart_time w ON w.chart_id = c.id AND w.practice_id = c.practice_id
         WHERE c.practice_id = :practice_id:u64 AND c.round_id = :round_id:u64
           AND c.state = 'complete'
         GROUP BY c.id HAVING SUM(w.seconds) >= 60) t;

-- How long a practice worked on charts that count, day by day.
-- query chart_time_days many
-- out day date, seconds i64
SELECT w.day, COALESCE(CAST(SUM(w.seconds) AS SIGNED), 0) AS seconds
  FROM chart_time w JOIN chart c ON c.id = w.chart_id AND c.practice_id = w.practice_id
 WHERE w.practice_id = :practice_id:u64 AND w.day >= :since:date AND c.round_id IS NOT NULL
 GROUP BY w.day ORDER BY w.day;
