-- How far the practices of a round lie apart in a measure, and where each stands among them.

-- inflation, between_practices: see fcgi/report/variation.h. shares: the practices' rates, sorted
-- upwards, as 8-byte numbers; never shown, a report reads its percentile in them.
ALTER TABLE aggregate
	ADD inflation DOUBLE NULL,
	ADD between_practices DOUBLE NULL,
	ADD shares MEDIUMBLOB NULL;
