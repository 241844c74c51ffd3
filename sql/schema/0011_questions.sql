-- What people say about an answer: unlikely ones confirmed, remarks with where the evidence stands, queries; and why a completed chart was opened again.

-- A soft finding that somebody looked at and found right. It speaks of the answers of that day:
-- with another version of one of them it says nothing any more.
CREATE TABLE confirmation (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	finding VARCHAR(500) NOT NULL,   -- in the words that were shown
	answers VARCHAR(2000) CHARACTER SET ascii NOT NULL, -- "ajcc_stage=1 m_category=2": the versions its rule read
	reason VARCHAR(300) NOT NULL,
	confirmed_by BIGINT UNSIGNED NOT NULL,
	confirmed_at DATETIME NOT NULL,
	KEY (chart_id, element),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (confirmed_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A comment, or where the evidence stands, or both. They are added, never changed.
CREATE TABLE remark (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	body VARCHAR(1000) NULL,
	document VARCHAR(120) NULL,      -- "Pathology report"
	page VARCHAR(20) NULL,
	dated DATE NULL,                 -- of the document
	written_by BIGINT UNSIGNED NOT NULL,
	written_at DATETIME NOT NULL,
	KEY (chart_id, element),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (written_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE chart_query (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	element VARCHAR(40) CHARACTER SET ascii NOT NULL,
	state ENUM('open', 'answered', 'closed') NOT NULL,
	by_staff BOOL NOT NULL,          -- asked by ASCO staff
	asked_by BIGINT UNSIGNED NOT NULL,
	asked_at DATETIME NOT NULL,
	closed_by BIGINT UNSIGNED NULL,
	closed_at DATETIME NULL,
	KEY (chart_id, element),
	KEY (practice_id, state),
	KEY (by_staff, state),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (asked_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What was asked and said, in its order.
CREATE TABLE chart_query_message (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	query_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	body VARCHAR(1000) NOT NULL,
	written_by BIGINT UNSIGNED NOT NULL,
	written_at DATETIME NOT NULL,
	FOREIGN KEY (query_id) REFERENCES chart_query (id),
	FOREIGN KEY (written_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE reopening (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	chart_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	reason VARCHAR(300) NOT NULL,
	reopened_by BIGINT UNSIGNED NOT NULL,
	reopened_at DATETIME NOT NULL,
	KEY (chart_id, reopened_at),
	FOREIGN KEY (chart_id) REFERENCES chart (id),
	FOREIGN KEY (reopened_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
