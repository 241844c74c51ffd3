-- The completed charts of a practice in a round, if the round shows own figures before it closes;
-- one row without a chart where there is none, or it does not.
-- query provisional_charts many
-- out shown bool, id u64?, marks blob?
SELECT r.provisional AS shown, c.id, c.marks
  FROM round r
  LEFT JOIN chart c ON c.practice_id = :practice_id:u64 AND c.round_id = r.id
       AND c.state = 'complete' AND r.provisional
 WHERE r.id = :round_id:u64;

-- Whether practices see their own figures while the round is open; 0 rows if that is so already.
-- query provisional_set exec
UPDATE round SET provisional = :provisional:bool
 WHERE id = :id:u64 AND provisional <> :provisional:bool;

-- query provisional_of one
-- out provisional bool
SELECT provisional FROM round WHERE id = :id:u64;
