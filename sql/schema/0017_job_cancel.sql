-- Staff may cancel a job: one that waits at once, one that runs as soon as its pool looks.

ALTER TABLE job
	MODIFY state ENUM('waiting', 'running', 'done', 'dead', 'cancelled') NOT NULL DEFAULT 'waiting';
