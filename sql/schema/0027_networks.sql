-- Networks: practices that agreed to see each other's results side by side, and what each agreed to.

CREATE TABLE network (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	name VARCHAR(80) NOT NULL,
	purpose VARCHAR(300) NOT NULL,      -- never changed: members agreed to it
	made_by BIGINT UNSIGNED NOT NULL,
	made_at DATETIME NOT NULL,
	ended_at DATETIME NULL,
	UNIQUE KEY (name),
	FOREIGN KEY (made_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- An invitation and what became of it. A row stays for ever: who left was seen by the others, and
-- who comes again gets another row.
CREATE TABLE network_member (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	network_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	state ENUM('invited', 'member', 'refused', 'withdrawn', 'left') NOT NULL,
	invited_by BIGINT UNSIGNED NOT NULL,
	invited_at DATETIME NOT NULL,
	decided_by BIGINT UNSIGNED NULL,    -- who agreed for the practice, or refused
	decided_at DATETIME NULL,
	shares_from DATE NULL,              -- the results of rounds that closed on this day or later
	left_at DATETIME NULL,              -- also when the network ended
	-- A practice is invited to a network, or in it, once at a time.
	present BIGINT UNSIGNED AS (IF(state IN ('invited', 'member'), practice_id, NULL)) VIRTUAL,
	UNIQUE KEY (network_id, present),
	KEY (practice_id, state),
	FOREIGN KEY (network_id) REFERENCES network (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (invited_by) REFERENCES account (id),
	FOREIGN KEY (decided_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
