-- Charts come in as FHIR, and what a patient's record says is kept beside a chart's questions until somebody decides.

ALTER TABLE import MODIFY format ENUM('csv', 'xlsx', 'redcap', 'fhir') NOT NULL;

-- A suggestion is no answer: it becomes one when a person accepts it. It names the resource of
-- the record by type, id and day alone; the record itself is not kept.
CREATE TABLE suggestion (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	value VARCHAR(200) CHARACTER SET ascii NOT NULL, -- as answers are written
	source VARCHAR(110) CHARACTER SET ascii NOT NULL, -- the resource: "Condition/c1"; of the patient none but its type
	source_date DATE NULL,           -- what the resource tells of
	state ENUM('open', 'accepted', 'refused', 'gone') NOT NULL, -- gone: a newer record says otherwise
	made_by BIGINT UNSIGNED NOT NULL,
	made_at DATETIME NOT NULL,
	decided_by BIGINT UNSIGNED NULL,
	decided_at DATETIME NULL,
	KEY (chart_id, state),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (made_by) REFERENCES account (id),
	FOREIGN KEY (decided_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
