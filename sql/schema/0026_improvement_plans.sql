-- What a practice means to do about a measure: a goal, who sees to it and until when; what came of it stands beside the next round's rate.

CREATE TABLE improvement_plan (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	round_id BIGINT UNSIGNED NOT NULL, -- of the report that it was made from
	measure VARCHAR(24) CHARACTER SET ascii NOT NULL,
	goal VARCHAR(500) NOT NULL,
	owner VARCHAR(120) NOT NULL,       -- the name of one of the practice's people or physicians
	due DATE NOT NULL,
	state ENUM('open', 'done', 'dropped') NOT NULL,
	remark VARCHAR(500) NOT NULL,      -- what came of it; '' while it is open
	version INT UNSIGNED NOT NULL,     -- from 1
	made_at DATETIME NOT NULL,
	changed_by BIGINT UNSIGNED NOT NULL,
	changed_at DATETIME NOT NULL,
	KEY (practice_id, measure),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (changed_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Every version of a plan, the present one too.
CREATE TABLE improvement_plan_version (
	plan_id BIGINT UNSIGNED NOT NULL,
	version INT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	goal VARCHAR(500) NOT NULL,
	owner VARCHAR(120) NOT NULL,
	due DATE NOT NULL,
	state ENUM('open', 'done', 'dropped') NOT NULL,
	remark VARCHAR(500) NOT NULL,
	changed_by BIGINT UNSIGNED NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (plan_id, version),
	FOREIGN KEY (plan_id) REFERENCES improvement_plan (id),
	FOREIGN KEY (changed_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TRIGGER improvement_plan_first AFTER INSERT ON improvement_plan FOR EACH ROW
INSERT INTO improvement_plan_version (plan_id, version, practice_id, goal, owner, due, state, remark,
       changed_by, changed_at)
VALUES (NEW.id, NEW.version, NEW.practice_id, NEW.goal, NEW.owner, NEW.due, NEW.state, NEW.remark,
        NEW.changed_by, NEW.changed_at);

CREATE TRIGGER improvement_plan_next AFTER UPDATE ON improvement_plan FOR EACH ROW
INSERT INTO improvement_plan_version (plan_id, version, practice_id, goal, owner, due, state, remark,
       changed_by, changed_at)
VALUES (NEW.id, NEW.version, NEW.practice_id, NEW.goal, NEW.owner, NEW.due, NEW.state, NEW.remark,
        NEW.changed_by, NEW.changed_at);
