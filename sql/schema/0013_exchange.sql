-- Charts in and out: what a dry run found clean, kept until it is imported or past its time, and tokens for programs.

-- Practices' programs that send or fetch charts of one round. Only the digest of a token is kept.
CREATE TABLE api_token (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	name VARCHAR(60) NOT NULL,
	may ENUM('import', 'export', 'both') NOT NULL,
	digest BINARY(32) NOT NULL,
	made_by BIGINT UNSIGNED NOT NULL,
	made_at DATETIME NOT NULL,
	expires DATE NOT NULL,           -- the last day on which it is good
	used_at DATETIME NULL,
	revoked_at DATETIME NULL,
	UNIQUE KEY (digest),
	KEY (practice_id, id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (made_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- An import: shown by its dry run, then running, then done or stopped.
CREATE TABLE import (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	token_id BIGINT UNSIGNED NULL,   -- it came by
	made_by BIGINT UNSIGNED NOT NULL,
	made_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL,    -- its charts are deleted then
	format ENUM('csv', 'xlsx', 'redcap') NOT NULL,
	edition_id INT UNSIGNED NOT NULL, -- its charts are packed by
	overwrite ENUM('yes') NULL,      -- answers that differ are replaced
	complete ENUM('yes') NULL,       -- charts without a finding are completed
	digest BINARY(32) NOT NULL,      -- of its charts as they were shown
	charts INT UNSIGNED NOT NULL,    -- clean ones
	wrong INT UNSIGNED NOT NULL,     -- rows with an error, of which nothing is kept
	state ENUM('shown', 'running', 'done', 'stopped') NOT NULL,
	finished_at DATETIME NULL,
	KEY (practice_id, round_id, id),
	KEY (expires_at),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (token_id) REFERENCES api_token (id),
	FOREIGN KEY (made_by) REFERENCES account (id),
	FOREIGN KEY (edition_id) REFERENCES edition (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE import_chart (
	import_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	line INT UNSIGNED NOT NULL,      -- of the file
	name VARCHAR(40) NOT NULL,       -- of the chart: its label, or chart-12
	chart_id BIGINT UNSIGNED NULL,   -- the chart that it changes, or became
	modules VARCHAR(400) CHARACTER SET ascii NOT NULL, -- of the chart, joined by ";"
	packed BLOB NULL,                -- its answers; gone once it was dealt with
	state ENUM('waiting', 'made', 'changed', 'same', 'skipped') NOT NULL,
	completed ENUM('yes') NULL,
	why VARCHAR(300) NULL,           -- of a skipped one
	PRIMARY KEY (import_id, line),
	KEY (import_id, state),
	FOREIGN KEY (import_id) REFERENCES import (id) ON DELETE CASCADE,
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
