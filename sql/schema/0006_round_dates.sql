-- Rounds open and close by their dates, unless staff keep one in their own hands.

ALTER TABLE round ADD COLUMN moves_by_dates BOOL NOT NULL DEFAULT TRUE;
