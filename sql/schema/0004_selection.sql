-- How a practice's charts are selected: a round's criteria, the log of candidates and draws, and who abstracts what.

-- Where candidates begin, and in what order they are drawn. A round without a row: see model/criteria.h.
CREATE TABLE round_selection (
	round_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
	reference DATE NOT NULL,         -- windows count back from this day
	ordering ENUM('recent', 'random') NOT NULL,
	FOREIGN KEY (round_id) REFERENCES round (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Which patients a module takes; 0 and '' ask for nothing.
CREATE TABLE criteria (
	round_id BIGINT UNSIGNED NOT NULL,
	module VARCHAR(16) CHARACTER SET ascii NOT NULL,
	min_age INT UNSIGNED NOT NULL,            -- years at diagnosis
	diagnosis_months INT UNSIGNED NOT NULL,   -- diagnosed within so many months
	first_visit_months INT UNSIGNED NOT NULL, -- first office visit within so many months
	visits INT UNSIGNED NOT NULL,             -- at least so many office visits ...
	visit_months INT UNSIGNED NOT NULL,       -- ... in so many months
	death_months INT UNSIGNED NOT NULL,       -- died within so many months
	death_visits INT UNSIGNED NOT NULL,       -- at least so many office visits ...
	death_visit_months INT UNSIGNED NOT NULL, -- ... in so many months before death
	cancers VARCHAR(400) CHARACTER SET ascii NOT NULL, -- choices of cancer_type, joined by ";"
	PRIMARY KEY (round_id, module),
	FOREIGN KEY (round_id) REFERENCES round (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The seed of a practice's random order, thrown once and kept.
CREATE TABLE selection (
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	seed INT UNSIGNED NOT NULL,
	started_by BIGINT UNSIGNED NOT NULL,
	started_at DATETIME NOT NULL,
	PRIMARY KEY (practice_id, round_id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (started_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A draw, with what is needed to repeat it.
CREATE TABLE draw (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	number INT UNSIGNED NOT NULL,    -- from 1 within practice and round
	last_candidate INT UNSIGNED NOT NULL, -- the newest in the log at that time
	needs VARCHAR(400) CHARACTER SET ascii NOT NULL, -- modules, and charts they lack: "CORE 24;SMT 0"
	drawn_by BIGINT UNSIGNED NOT NULL,
	drawn_at DATETIME NOT NULL,
	UNIQUE KEY (practice_id, round_id, number),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (drawn_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A patient whom a practice considers, under its own label.
CREATE TABLE candidate (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	number INT UNSIGNED NOT NULL,    -- from 1 within practice and round, never used twice
	label VARCHAR(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
	cancer VARCHAR(40) CHARACTER SET ascii NOT NULL,
	age INT UNSIGNED NOT NULL,       -- years at diagnosis; 90 stands for 90 and more
	diagnosis DATE NOT NULL,
	first_visit DATE NOT NULL,
	visits VARCHAR(700) CHARACTER SET ascii NOT NULL, -- office visits, joined by ";"
	death DATE NULL,
	added_by BIGINT UNSIGNED NOT NULL,
	added_at DATETIME NOT NULL,
	draw INT UNSIGNED NULL,          -- the number of the draw that took it
	chart_id BIGINT UNSIGNED NULL,
	refused VARCHAR(300) NULL,       -- why its chart was found not eligible
	refused_by BIGINT UNSIGNED NULL,
	refused_at DATETIME NULL,
	UNIQUE KEY (practice_id, round_id, number),
	UNIQUE KEY (practice_id, round_id, label),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (added_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- All eligible charts of a module are fewer than it asks for, says the practice.
CREATE TABLE declaration (
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL,
	module VARCHAR(16) CHARACTER SET ascii NOT NULL,
	eligible INT UNSIGNED NOT NULL,
	reason VARCHAR(500) NOT NULL,
	declared_by BIGINT UNSIGNED NOT NULL,
	declared_at DATETIME NOT NULL,
	PRIMARY KEY (practice_id, round_id, module),
	KEY (round_id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (declared_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A chart found not eligible stays to be read, and counts nowhere.
ALTER TABLE chart
	MODIFY state ENUM('open', 'complete', 'ineligible') NOT NULL,
	ADD abstractor_id BIGINT UNSIGNED NULL, -- who abstracts it
	ADD treating_id BIGINT UNSIGNED NULL,   -- the treating physician or fellow, of the practice's people
	ADD FOREIGN KEY (abstractor_id) REFERENCES account (id),
	ADD FOREIGN KEY (treating_id) REFERENCES account (id);
UPDATE chart SET abstractor_id = created_by;
