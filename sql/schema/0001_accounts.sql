-- Who may come in: countries, practices, accounts, sessions, agreements, and the trail of what was done.

CREATE TABLE country (
	code CHAR(2) CHARACTER SET ascii NOT NULL PRIMARY KEY, -- ISO 3166-1
	name VARCHAR(80) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE country_program (
	country_code CHAR(2) CHARACTER SET ascii NOT NULL,
	program ENUM('qopi', 'certification') NOT NULL,
	valid_from DATE NOT NULL,
	valid_until DATE NULL, -- the last day; NULL while it lasts
	PRIMARY KEY (country_code, program, valid_from),
	FOREIGN KEY (country_code) REFERENCES country (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE account (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	email VARCHAR(254) NOT NULL,
	name VARCHAR(120) NOT NULL,
	password_hash VARCHAR(128) CHARACTER SET ascii NULL,
	code_secret VARCHAR(200) CHARACTER SET ascii NULL, -- one-time codes (RFC 6238), sealed
	code_last_step BIGINT NOT NULL DEFAULT 0,          -- a code is good once
	staff ENUM('staff') NULL,                          -- ASCO staff
	confirmed_at DATETIME NULL,
	closed_at DATETIME NULL,
	created_at DATETIME NOT NULL,
	UNIQUE KEY (email)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- One row, raised by whatever all dashboards show: rounds, announcements.
CREATE TABLE site (
	id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
	stamp BIGINT UNSIGNED NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
INSERT INTO site VALUES (1, 1);

CREATE TABLE practice (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name VARCHAR(160) NOT NULL,
	kind ENUM('private_academic', 'private_independent', 'employed', 'academic', 'fellowship') NOT NULL,
	status ENUM('waiting', 'approved', 'declined') NOT NULL,
	status_reason VARCHAR(1000) NULL,
	status_at DATETIME NOT NULL,
	status_by BIGINT UNSIGNED NULL,
	member_state ENUM('verified', 'pending', 'refused') NOT NULL,
	member_id VARCHAR(20) NOT NULL,
	member_last_name VARCHAR(80) NOT NULL,
	member_checked_at DATETIME NULL,
	address_line1 VARCHAR(160) NOT NULL,
	address_line2 VARCHAR(160) NULL,
	city VARCHAR(80) NOT NULL,
	region VARCHAR(80) NULL,
	postal_code VARCHAR(20) NULL,
	country_code CHAR(2) CHARACTER SET ascii NOT NULL,
	fte DOUBLE NOT NULL,                    -- full-time-equivalent oncologists, one decimal
	new_patients_a_year INT UNSIGNED NOT NULL,
	stamp BIGINT UNSIGNED NOT NULL DEFAULT 1, -- raised by whatever its dashboard shows
	created_at DATETIME NOT NULL,
	FOREIGN KEY (country_code) REFERENCES country (code),
	FOREIGN KEY (status_by) REFERENCES account (id),
	KEY (status, created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE practice_site (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	name VARCHAR(160) NOT NULL,
	city VARCHAR(80) NOT NULL,
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE practice_contact (
	practice_id BIGINT UNSIGNED NOT NULL,
	kind ENUM('physician', 'administrator') NOT NULL,
	name VARCHAR(120) NOT NULL,
	email VARCHAR(254) NOT NULL,
	phone VARCHAR(40) NULL,
	PRIMARY KEY (practice_id, kind),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE membership (
	account_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	role ENUM('physician', 'administrator', 'abstractor', 'fellow', 'director', 'viewer') NOT NULL,
	PRIMARY KEY (account_id, practice_id),
	KEY (practice_id),
	FOREIGN KEY (account_id) REFERENCES account (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE session (
	digest BINARY(32) NOT NULL PRIMARY KEY, -- of the token in the cookie
	account_id BIGINT UNSIGNED NOT NULL,
	chosen_practice BIGINT UNSIGNED NULL,   -- the one it acts for
	created_at DATETIME NOT NULL,
	seen_at DATETIME NOT NULL,
	KEY (account_id),
	KEY (seen_at),
	FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Wrong passwords and member look-ups, by keyed hash of account or address.
CREATE TABLE attempt (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	who CHAR(64) CHARACTER SET ascii NOT NULL,
	at DATETIME NOT NULL,
	KEY (who, at),
	KEY (at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Links that were mailed: to confirm an address, to set a new password.
CREATE TABLE mail_link (
	digest BINARY(32) NOT NULL PRIMARY KEY,
	purpose ENUM('confirm', 'password') NOT NULL,
	account_id BIGINT UNSIGNED NOT NULL,
	expires_at DATETIME NOT NULL,
	used_at DATETIME NULL,
	FOREIGN KEY (account_id) REFERENCES account (id),
	KEY (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A registration on its way. The last step makes a practice of it.
CREATE TABLE registration (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	digest BINARY(32) NOT NULL,             -- of the token in the visitor's cookie
	account_id BIGINT UNSIGNED NULL,        -- once there is one
	member_state ENUM('none', 'verified', 'pending') NOT NULL DEFAULT 'none',
	step_reached TINYINT UNSIGNED NOT NULL DEFAULT 1,
	practice_made BIGINT UNSIGNED NULL,
	created_at DATETIME NOT NULL,
	touched_at DATETIME NOT NULL,
	UNIQUE KEY (digest),
	KEY (account_id),
	KEY (touched_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE registration_value (
	registration_id BIGINT UNSIGNED NOT NULL,
	field VARCHAR(40) CHARACTER SET ascii NOT NULL,
	value VARCHAR(2000) NOT NULL,
	PRIMARY KEY (registration_id, field),
	FOREIGN KEY (registration_id) REFERENCES registration (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The text of each agreement in each version; a version is never changed.
CREATE TABLE agreement (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	kind ENUM('baa', 'participation') NOT NULL,
	version VARCHAR(20) NOT NULL,
	title VARCHAR(160) NOT NULL,
	body MEDIUMTEXT NOT NULL, -- paragraphs, an empty line between two
	valid_from DATE NOT NULL,
	UNIQUE KEY (kind, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE signature (
	practice_id BIGINT UNSIGNED NOT NULL,
	agreement_id INT UNSIGNED NOT NULL,
	account_id BIGINT UNSIGNED NOT NULL,
	signed_name VARCHAR(120) NOT NULL,
	signed_at DATETIME NOT NULL,
	PRIMARY KEY (practice_id, agreement_id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (agreement_id) REFERENCES agreement (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Positive answers of the member directory, kept for a configured time.
CREATE TABLE member_answer (
	who CHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY, -- keyed hash of ID and folded name
	checked_at DATETIME NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE interest (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name VARCHAR(120) NOT NULL,
	email VARCHAR(254) NOT NULL,
	organization VARCHAR(160) NOT NULL,
	country VARCHAR(80) NOT NULL,
	message VARCHAR(2000) NULL,
	created_at DATETIME NOT NULL,
	KEY (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What was done, by whom. Lines are only ever added; each carries the hash of the one before.
CREATE TABLE audit (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	at DATETIME NOT NULL,
	account_id BIGINT UNSIGNED NULL,
	about_practice BIGINT UNSIGNED NULL,
	action VARCHAR(40) CHARACTER SET ascii NOT NULL,
	detail VARCHAR(1000) NOT NULL,
	hash BINARY(32) NOT NULL,
	KEY (about_practice, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The hash of the newest line; its lock puts writers in order.
CREATE TABLE audit_head (
	id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
	hash BINARY(32) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
INSERT INTO audit_head VALUES (1, REPEAT(CHAR(0), 32));
