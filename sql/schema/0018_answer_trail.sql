-- Each value that an answer gets goes into its history by itself, in one statement and one commit with the answer.

CREATE TRIGGER answer_first AFTER INSERT ON answer FOR EACH ROW
INSERT INTO answer_history (chart_id, practice_id, element, version, value, changed_by, changed_at)
VALUES (NEW.chart_id, NEW.practice_id, NEW.element, NEW.version, NEW.value, NEW.changed_by, NEW.changed_at);

CREATE TRIGGER answer_next AFTER UPDATE ON answer FOR EACH ROW
INSERT INTO answer_history (chart_id, practice_id, element, version, value, changed_by, changed_at)
VALUES (NEW.chart_id, NEW.practice_id, NEW.element, NEW.version, NEW.value, NEW.changed_by, NEW.changed_at);
