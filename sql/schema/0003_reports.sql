-- What runs later: jobs, mails waiting, scores, aggregates and reports.

CREATE TABLE job (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	kind VARCHAR(24) CHARACTER SET ascii NOT NULL,
	subject VARCHAR(80) CHARACTER SET ascii NOT NULL, -- what it is about: "round:3", "round:3/practice:17"
	state ENUM('waiting', 'running', 'done', 'dead') NOT NULL DEFAULT 'waiting',
	run_after DATETIME NOT NULL,
	lease_until DATETIME NULL,
	worker VARCHAR(64) CHARACTER SET ascii NULL,
	tries INT UNSIGNED NOT NULL DEFAULT 0,
	error VARCHAR(500) NULL,
	created_at DATETIME NOT NULL,
	finished_at DATETIME NULL,
	-- One job of a kind about a subject waits or runs at a time.
	unfinished VARCHAR(110) CHARACTER SET ascii
		AS (IF(state IN ('waiting', 'running'), CONCAT(kind, ' ', subject), NULL)) VIRTUAL,
	UNIQUE KEY (unfinished),
	KEY (state, run_after, id),
	KEY (subject, kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE outbox (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	recipient VARCHAR(254) NOT NULL,
	subject VARCHAR(200) NOT NULL,
	body TEXT NOT NULL,
	state ENUM('waiting', 'sent', 'refused') NOT NULL DEFAULT 'waiting',
	tries INT UNSIGNED NOT NULL DEFAULT 0,
	run_after DATETIME NOT NULL,
	error VARCHAR(300) NULL,
	created_at DATETIME NOT NULL,
	sent_at DATETIME NULL,
	KEY (state, run_after, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A practice's counts for a measure in a round.
CREATE TABLE score (
	round_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	measure VARCHAR(24) CHARACTER SET ascii NOT NULL,
	met INT UNSIGNED NOT NULL,
	not_met INT UNSIGNED NOT NULL,
	excluded INT UNSIGNED NOT NULL,
	excepted INT UNSIGNED NOT NULL,
	missing INT UNSIGNED NOT NULL,   -- charts in the measure with an unanswered question of it
	PRIMARY KEY (round_id, measure, practice_id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- All practices of a round together; a hidden one has no figures.
CREATE TABLE aggregate (
	round_id BIGINT UNSIGNED NOT NULL,
	level ENUM('national', 'fellowship') NOT NULL,
	measure VARCHAR(24) CHARACTER SET ascii NOT NULL,
	hidden ENUM('practices', 'charts', 'dominant') NULL, -- why
	practices INT UNSIGNED NULL,
	met INT UNSIGNED NULL,
	counted INT UNSIGNED NULL,       -- met and not met
	mean DOUBLE NULL,                -- of the practices' rates
	q1 DOUBLE NULL,
	median DOUBLE NULL,
	q3 DOUBLE NULL,
	PRIMARY KEY (round_id, level, measure),
	FOREIGN KEY (round_id) REFERENCES round (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE report (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	round_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	state ENUM('built', 'released') NOT NULL,
	edition_hash CHAR(64) CHARACTER SET ascii NOT NULL,
	charts INT UNSIGNED NOT NULL,
	page MEDIUMTEXT NOT NULL,        -- the finished part of the page, made by a report worker
	built_at DATETIME NOT NULL,
	released_at DATETIME NULL,
	UNIQUE KEY (round_id, practice_id),
	KEY (practice_id, state),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
