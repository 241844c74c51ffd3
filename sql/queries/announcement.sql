-- What dashboards show on a day.
-- query announcement_current many
-- out title text, body text, written_at time
SELECT title, body, written_at FROM announcement
 WHERE shown_from <= :today:date AND shown_until >= :today:date ORDER BY shown_from DESC, id DESC;

-- For staff, newest first.
-- query announcement_list many
-- out id u64, title text, body text, shown_from date, shown_until date, written_by text
SELECT n.id, n.title, n.body, n.shown_from, n.shown_until, a.name AS written_by
  FROM announcement n JOIN account a ON a.id = n.written_by
 ORDER BY n.shown_from DESC, n.id DESC LIMIT 100;

-- query announcement_add insert
INSERT INTO announcement (title, body, shown_from, shown_until, written_by, written_at)
VALUES (:title:text, :body:text, :shown_from:date, :shown_until:date, :written_by:u64, :now:time);

-- Yesterday was its last day; 0 rows if it was over by then.
-- query announcement_end exec
UPDATE announcement SET shown_until = :yesterday:date
 WHERE id = :id:u64 AND shown_until > :yesterday:date;
