-- A sample of completed charts is abstracted a second time, blind: draws, second charts, and what was compared.

-- Of its completed charts, in percent, that a practice's draws reach for.
ALTER TABLE round ADD second_share INT UNSIGNED NOT NULL DEFAULT 5;

-- A second chart is of no round: whatever counts or lists a round's charts leaves it out by itself.
ALTER TABLE chart MODIFY round_id BIGINT UNSIGNED NULL;

-- A draw, with what is needed to repeat it.
CREATE TABLE second_draw (
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	number INT UNSIGNED NOT NULL,    -- from 1 within practice and round
	charts MEDIUMTEXT CHARACTER SET ascii NOT NULL, -- complete and not drawn before, by number: "1-7 9"
	take INT UNSIGNED NOT NULL,      -- so many of them
	share INT UNSIGNED NOT NULL,     -- of the round, on that day
	seed INT UNSIGNED NOT NULL,
	drawn_by BIGINT UNSIGNED NOT NULL,
	drawn_at DATETIME NOT NULL,
	PRIMARY KEY (practice_id, round_id, number),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (drawn_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE second_chart (
	chart_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
	first_id BIGINT UNSIGNED NOT NULL, -- the chart that is abstracted again
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	draw INT UNSIGNED NOT NULL,
	compared_at DATETIME NULL,       -- when both were complete: from then on neither is blind
	UNIQUE KEY (first_id),
	KEY (practice_id, round_id),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (first_id) REFERENCES chart (id),
	FOREIGN KEY (practice_id, round_id, draw) REFERENCES second_draw (practice_id, round_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Both answers as they were at that moment; NULL where the question was not asked.
CREATE TABLE compared_answer (
	chart_id BIGINT UNSIGNED NOT NULL, -- the second one
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	first VARCHAR(500) NULL,         -- canonical text
	second VARCHAR(500) NULL,
	PRIMARY KEY (chart_id, element),
	FOREIGN KEY (chart_id) REFERENCES second_chart (chart_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
