-- More time in a round for one practice, with the reason.

CREATE TABLE extension (
	round_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	until DATE NOT NULL,             -- the practice's own last day of abstraction
	reason VARCHAR(500) NOT NULL,
	granted_by BIGINT UNSIGNED NOT NULL,
	granted_at DATETIME NOT NULL,
	ended_at DATETIME NULL,          -- NULL while it runs: the round is not scored before all ended
	PRIMARY KEY (round_id, practice_id),
	KEY (ended_at, until),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (granted_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
