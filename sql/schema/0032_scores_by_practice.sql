-- Scores lie practice by practice, as they are written, and belong to a sign-up: half the work of a row that was looked up in two other tables and kept in a second index.

ALTER TABLE score
	DROP FOREIGN KEY score_ibfk_1,
	DROP FOREIGN KEY score_ibfk_2,
	DROP KEY practice_id,
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (round_id, practice_id, measure),
	ADD FOREIGN KEY (round_id, practice_id) REFERENCES entry (round_id, practice_id);
