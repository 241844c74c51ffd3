-- One stored result for each report, and the files that are made of it.

-- The moment that its figures are of.
ALTER TABLE round ADD COLUMN closed_at DATETIME NULL;
UPDATE round SET closed_at = closes + INTERVAL 1 DAY WHERE state IN ('closed', 'released');

-- What every form of the report is made of (fcgi/report/stored.h); never changes once released.
ALTER TABLE report ADD COLUMN result MEDIUMTEXT NULL;

CREATE TABLE report_file (
	report_id BIGINT UNSIGNED NOT NULL,
	format ENUM('pdf', 'xlsx', 'csv', 'json') NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	content MEDIUMBLOB NOT NULL,
	PRIMARY KEY (report_id, format),
	FOREIGN KEY (report_id) REFERENCES report (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
