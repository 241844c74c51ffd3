-- Reminders before a round's close, so that each goes out once.

CREATE TABLE reminder (
	round_id BIGINT UNSIGNED NOT NULL,
	practice_id BIGINT UNSIGNED NOT NULL,
	closes DATE NOT NULL,            -- the practice's last day it speaks of: more time, new reminders
	days INT UNSIGNED NOT NULL,      -- 14, 7 or 2 before it
	sent_at DATETIME NOT NULL,
	PRIMARY KEY (round_id, practice_id, closes, days),
	FOREIGN KEY (round_id) REFERENCES round (id),
	FOREIGN KEY (practice_id) REFERENCES practice (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
