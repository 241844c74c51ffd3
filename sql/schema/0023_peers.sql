-- Peer groups among the figures of a round, and why one of them may stay hidden.

-- Of a group: its code (fcgi/report/peers.h); of all practices and the fellowship programs: empty.
ALTER TABLE aggregate
	MODIFY level ENUM('national', 'fellowship', 'peer') NOT NULL,
	ADD peer VARCHAR(24) CHARACTER SET ascii NOT NULL DEFAULT '' AFTER level,
	MODIFY hidden ENUM('practices', 'charts', 'dominant', 'complement') NULL,
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (round_id, level, peer, measure);
