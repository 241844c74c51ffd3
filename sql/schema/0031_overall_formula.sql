-- How the Overall Quality Score of a round is put together, and which measures make it: settings of the round.

ALTER TABLE round
	ADD score_formula ENUM ('overall_percentage', 'indicator_average') NOT NULL
		DEFAULT 'overall_percentage',
	ADD score_fewest INT UNSIGNED NOT NULL DEFAULT 1; -- charts that a measure needs to count
