-- Practices sign up before abstraction opens, and a round that is long over is archived.

-- registers: the first day of sign-up; NULL: practices sign up from the first day of abstraction.
-- archives: the day on which its dates archive a released round; NULL: staff do.
ALTER TABLE round
	MODIFY state ENUM('planned', 'registration', 'open', 'closed', 'released', 'archived') NOT NULL,
	ADD COLUMN registers DATE NULL,
	ADD COLUMN archives DATE NULL;
