-- How the Overall Quality Score of a round is judged. Good until the day set by staff, or else until
-- the last day of the next round of the same season as far as it is planned, or a year.
-- query overall_rule one
-- out formula text, fewest u32, threshold f64, set_until date?, valid_until date
SELECT r.score_formula AS formula, r.score_fewest AS fewest, r.score_threshold AS threshold, r.score_valid_until AS set_until,
       COALESCE(r.score_valid_until,
                (SELECT n.closes FROM round n
                  WHERE n.closes BETWEEN r.closes + INTERVAL 10 MONTH AND r.closes + INTERVAL 14 MONTH
                  ORDER BY ABS(DATEDIFF(n.closes, r.closes + INTERVAL 1 YEAR)), n.id LIMIT 1),
                r.closes + INTERVAL 1 YEAR, r.closes) AS valid_until
  FROM round r WHERE r.id = :round_id:u64;

-- 0 rows once the round has closed: reports may have been made by it.
-- query overall_rule_set exec
UPDATE round SET score_formula = :formula:text, score_fewest = :fewest:u32,
       score_threshold = :threshold:f64, score_valid_until = :valid_until:date?
 WHERE id = :round_id:u64 AND state IN ('planned', 'open');
