-- Reminders go out some hundred at a time: each row says with which others it was noted, so that their letters are written of a few statements.

ALTER TABLE reminder
	ADD COLUMN batch CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL, -- a random token
	ADD KEY (batch);
