-- Time that people work on charts, without idle time: how long a chart takes, and when a practice will be done.

CREATE TABLE chart_time (
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	account_id BIGINT UNSIGNED NOT NULL,
	section VARCHAR(80) NOT NULL,    -- of the form, by its title
	day DATE NOT NULL,               -- UTC
	seconds INT UNSIGNED NOT NULL,
	PRIMARY KEY (chart_id, account_id, section, day),
	KEY (practice_id, day),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A page in somebody's browser that reports such time: its last report, so that one that
-- comes twice counts once and none tells of more time than has passed.
CREATE TABLE chart_clock (
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	account_id BIGINT UNSIGNED NOT NULL,
	client CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	seq BIGINT UNSIGNED NOT NULL,
	reported_at DATETIME NOT NULL,
	PRIMARY KEY (chart_id, account_id, client),
	KEY (reported_at),
	FOREIGN KEY (chart_id) REFERENCES chart (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
