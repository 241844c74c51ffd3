-- query site_ready one
-- out stamp u64
SELECT stamp FROM site WHERE id = 1;

-- Countries, with the programs they are in on a day.
-- query country_list many
-- out code text, name text, qopi bool, certification bool
SELECT c.code, c.name,
       EXISTS (SELECT 1 FROM country_program p WHERE p.country_code = c.code
                AND p.program = 'qopi' AND p.valid_from <= :day:date
                AND (p.valid_until IS NULL OR p.valid_until >= :day:date)) AS qopi,
       EXISTS (SELECT 1 FROM country_program p WHERE p.country_code = c.code
                AND p.program = 'certification' AND p.valid_from <= :day:date
                AND (p.valid_until IS NULL OR p.valid_until >= :day:date)) AS certification
  FROM country c ORDER BY c.name;
