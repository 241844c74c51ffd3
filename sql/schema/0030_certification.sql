-- Who is certified, from when until when: the terms that ASCO staff record, so that certified practices can be a peer group.

CREATE TABLE certification_term (
	practice_id BIGINT UNSIGNED NOT NULL,
	certified_on DATE NOT NULL,
	ends_on DATE NOT NULL, -- the last day on which it is good
	recorded_by BIGINT UNSIGNED NOT NULL,
	recorded_at DATETIME NOT NULL,
	PRIMARY KEY (practice_id, certified_on),
	CHECK (ends_on >= certified_on),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (recorded_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
