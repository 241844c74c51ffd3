-- Staff may look at reports before they release a round, and hold one back.

-- release_ordered_at: when staff said that the reports may go out.
ALTER TABLE round
	ADD COLUMN release_by_hand BOOL NOT NULL DEFAULT FALSE,
	ADD COLUMN release_ordered_at DATETIME NULL;
ALTER TABLE report ADD COLUMN held BOOL NOT NULL DEFAULT FALSE;
