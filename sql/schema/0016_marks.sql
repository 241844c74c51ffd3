-- What a completed chart says of each measure and what it lacks, as scoring adds it up.

-- Made of the packed chart by `qopi migrate`, and again by `qopi charts rebuild` (fcgi/measure/marks.h).
ALTER TABLE chart DROP COLUMN outcomes, ADD COLUMN marks VARBINARY(255) NULL;
