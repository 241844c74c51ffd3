-- Short notices of ASCO staff for all practices, shown on dashboards.

CREATE TABLE announcement (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	title VARCHAR(80) NOT NULL,
	body VARCHAR(1000) NOT NULL,
	shown_from DATE NOT NULL,
	shown_until DATE NOT NULL,       -- the last day
	written_by BIGINT UNSIGNED NOT NULL,
	written_at DATETIME NOT NULL,
	KEY (shown_until),
	FOREIGN KEY (written_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
