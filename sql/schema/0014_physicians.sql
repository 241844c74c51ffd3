-- Whose patient a chart is, and of which site: a practice's own physicians, sites that close, quotas by physician.

-- A closed site is named by no new chart.
ALTER TABLE practice_site ADD closed_at DATETIME NULL;

-- The physicians and fellows of a practice, whether or not they have an account.
CREATE TABLE physician (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
	practice_id BIGINT UNSIGNED NOT NULL,
	name VARCHAR(120) NOT NULL,
	kind ENUM('physician', 'fellow') NOT NULL,
	site_id BIGINT UNSIGNED NULL,       -- where they mostly work
	account_id BIGINT UNSIGNED NULL,    -- of the practice's people, if it is one of them
	reported BOOL NOT NULL DEFAULT FALSE, -- figures of their own are wanted in reports
	closed_at DATETIME NULL,            -- named by no new chart any more
	created_at DATETIME NOT NULL,
	UNIQUE KEY (practice_id, account_id),
	FOREIGN KEY (practice_id) REFERENCES practice (id),
	FOREIGN KEY (site_id) REFERENCES practice_site (id),
	FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Those of the people who were named on a chart, and the others who treat patients.
INSERT INTO physician (practice_id, name, kind, account_id, created_at)
SELECT m.practice_id, a.name, IF(m.role = 'fellow', 'fellow', 'physician'), a.id, UTC_TIMESTAMP()
  FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.role IN ('physician', 'director', 'fellow')
    OR EXISTS (SELECT 1 FROM chart c
                WHERE c.practice_id = m.practice_id AND c.treating_id = m.account_id)
 ORDER BY m.practice_id, a.id;

ALTER TABLE chart
	ADD site_id BIGINT UNSIGNED NULL,
	ADD physician_id BIGINT UNSIGNED NULL, -- whose patient it is
	ADD FOREIGN KEY (site_id) REFERENCES practice_site (id),
	ADD FOREIGN KEY (physician_id) REFERENCES physician (id);
UPDATE chart c JOIN physician p ON p.practice_id = c.practice_id AND p.account_id = c.treating_id
   SET c.physician_id = p.id;
UPDATE chart c
  JOIN (SELECT practice_id, MIN(id) AS id FROM practice_site
         GROUP BY practice_id HAVING COUNT(*) = 1) s ON s.practice_id = c.practice_id
   SET c.site_id = s.id;
ALTER TABLE chart DROP FOREIGN KEY chart_ibfk_5, DROP COLUMN treating_id;

-- Charts a module that each physician or fellow with figures of their own asks for.
ALTER TABLE round
	ADD charts_a_physician INT UNSIGNED NOT NULL DEFAULT 24,
	ADD charts_a_fellow INT UNSIGNED NOT NULL DEFAULT 10;

-- The physicians whose own figures a practice asked for in a round.
CREATE TABLE entry_physician (
	entry_id BIGINT UNSIGNED NOT NULL,
	physician_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	PRIMARY KEY (entry_id, physician_id),
	FOREIGN KEY (entry_id) REFERENCES entry (id),
	FOREIGN KEY (physician_id) REFERENCES physician (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
