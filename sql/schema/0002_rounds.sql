-- Rounds and what is abstracted in them: editions of the catalogue, sign-up, charts, answers.

CREATE TABLE edition (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	hash CHAR(64) CHARACTER SET ascii NOT NULL, -- of its files' bytes
	loaded_at DATETIME NOT NULL,
	UNIQUE KEY (hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The catalogue's files as they were: an edition in use never changes.
CREATE TABLE edition_file (
	edition_id INT UNSIGNED NOT NULL,
	name VARCHAR(80) CHARACTER SET ascii NOT NULL,
	content MEDIUMTEXT NOT NULL,
	PRIMARY KEY (edition_id, name),
	FOREIGN KEY (edition_id) REFERENCES edition (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE round (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name VARCHAR(80) NOT NULL,
	state ENUM('planned', 'open', 'closed', 'released') NOT NULL,
	opens DATE NOT NULL,
	closes DATE NOT NULL,            -- the last day of abstraction
	reports_expected DATE NOT NULL,
	edition_id INT UNSIGNED NOT NULL,
	version INT UNSIGNED NOT NULL DEFAULT 1,
	created_at DATETIME NOT NULL,
	UNIQUE KEY (name),
	FOREIGN KEY (edition_id) REFERENCES edition (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE round_module (
	round_id BIGINT UNSIGNED NOT NULL,
	module VARCHAR(16) CHARACTER SET ascii NOT NULL,
	PRIMARY KEY (round_id, module),
	FOREIGN KEY (round_id) REFERENCES round (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Charts a module, from a number of FTE oncologists on.
CREATE TABLE round_chart_count (
	round_id BIGINT UNSIGNED NOT NULL,
	fte_from DOUBLE NOT NULL,
	charts INT UNSIGNED NOT NULL,
	PRIMARY KEY (round_id, fte_from),
	FOREIGN KEY (round_id) REFERENCES round (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A practice's sign-up for a round.
CREATE TABLE entry (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	round_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	track ENUM('standard', 'certification', 'fellowship') NOT NULL,
	fte DOUBLE NOT NULL,             -- as it was on the day
	fellows INT UNSIGNED NOT NULL DEFAULT 0,
	joined_by BIGINT UNSIGNED NOT NULL,
	joined_at DATETIME NOT NULL,
	UNIQUE KEY (round_id, practice_id),
	KEY (practice_id, round_id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (joined_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE entry_module (
	entry_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	module VARCHAR(16) CHARACTER SET ascii NOT NULL,
	required INT UNSIGNED NOT NULL,
	PRIMARY KEY (entry_id, module),
	FOREIGN KEY (entry_id) REFERENCES entry (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE chart (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	number INT UNSIGNED NOT NULL,    -- from 1 within practice and round
	label VARCHAR(40) NULL,          -- the practice's own, no patient's
	state ENUM('open', 'complete') NOT NULL,
	version INT UNSIGNED NOT NULL DEFAULT 1,
	created_by BIGINT UNSIGNED NOT NULL,
	created_at DATETIME NOT NULL,
	completed_by BIGINT UNSIGNED NULL,
	completed_at DATETIME NULL,
	packed BLOB NULL,                -- answers in the edition's order; only when complete
	outcomes BLOB NULL,              -- one byte a measure of the edition; only when complete
	UNIQUE KEY (practice_id, round_id, number),
	KEY (round_id, practice_id, state),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (created_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE chart_module (
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	module VARCHAR(16) CHARACTER SET ascii NOT NULL,
	PRIMARY KEY (chart_id, module),
	FOREIGN KEY (chart_id) REFERENCES chart (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE answer (
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	value VARCHAR(500) NOT NULL,     -- canonical text; '' is an answer taken back
	version INT UNSIGNED NOT NULL,
	changed_by BIGINT UNSIGNED NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (chart_id, element),
	FOREIGN KEY (chart_id) REFERENCES chart (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Every value an answer ever had.
CREATE TABLE answer_history (
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	version INT UNSIGNED NOT NULL,
	value VARCHAR(500) NOT NULL,
	changed_by BIGINT UNSIGNED NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (chart_id, element, version),
	FOREIGN KEY (chart_id) REFERENCES chart (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
