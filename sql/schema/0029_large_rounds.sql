-- What a round of ten thousand practices asks for: reminders that go out some hundred at a time, and figures of all practices that a worker reads once for many reports.

ALTER TABLE reminder
	ADD COLUMN batch CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL, -- noted together: a random token
	ADD KEY (batch);

ALTER TABLE round
	ADD COLUMN aggregated INT UNSIGNED NOT NULL DEFAULT 0; -- how often its table of figures was written
