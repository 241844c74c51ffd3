-- Parts of a report that not everybody of its practice may read, and files with and without them.

-- people: of all named physicians and fellows; person: of one; end: what stands below.
CREATE TABLE report_part (
	report_id BIGINT UNSIGNED NOT NULL,
	part ENUM('people', 'person', 'end') NOT NULL,
	physician_id BIGINT UNSIGNED NOT NULL, -- of a person; otherwise 0
	practice_id BIGINT UNSIGNED NOT NULL,
	content MEDIUMTEXT NOT NULL,
	PRIMARY KEY (report_id, part, physician_id),
	FOREIGN KEY (report_id) REFERENCES report (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE report_file
	ADD named BOOL NOT NULL DEFAULT FALSE, -- with the figures of named physicians and fellows
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (report_id, format, named);
