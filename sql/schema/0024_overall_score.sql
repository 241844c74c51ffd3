-- The Overall Quality Score of certification, and own figures of an open round: settings of the round.

ALTER TABLE round
	ADD score_threshold DOUBLE NOT NULL DEFAULT 75, -- percent
	ADD score_valid_until DATE NULL, -- the last day; NULL: by the next round of the same season
	ADD provisional BOOL NOT NULL DEFAULT TRUE; -- practices see their own figures while it is open
