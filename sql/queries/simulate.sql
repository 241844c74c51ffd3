-- Made-up practices and their charts (qopi simulate). A simulated practice is one whose member is
-- "Simulated" with an ID such as "S7-15": seed 7, practice 15.

-- Practices of a round that are not simulated.
-- query simulate_strangers one
-- crosses practices: an operator's command
-- out practices i64
SELECT COUNT(*) AS practices FROM entry e JOIN practice p ON p.id = e.practice_id
 WHERE e.round_id = :round_id:u64
   AND NOT (p.member_last_name = 'Simulated' AND p.member_id LIKE 'S%-%');

-- Practices of a seed ("S7-%"), and whether they are in a round.
-- query simulate_known many
-- crosses practices: an operator's command
-- out id u64, member_id text, entered bool
SELECT p.id, p.member_id, e.id IS NOT NULL AS entered
  FROM practice p LEFT JOIN entry e ON e.practice_id = p.id AND e.round_id = :round_id:u64
 WHERE p.member_last_name = 'Simulated' AND p.member_id LIKE :of_seed:text;

-- query simulate_practice_put bulk
INSERT INTO practice (name, kind, status, status_at, member_state, member_id, member_last_name,
                      address_line1, city, country_code, fte, new_patients_a_year, created_at)
VALUES (:name:text, :kind:text, 'approved', :now:time, 'verified', :member_id:text, 'Simulated',
        '100 Main Street', :city:text, :country:text, :fte:f64, :new_patients:u32, :now:time);

-- query simulate_entry_put bulk
INSERT INTO entry (round_id, practice_id, track, fte, fellows, joined_by, joined_at)
VALUES (:round_id:u64, :practice_id:u64, :track:text, :fte:f64, :fellows:u32, :account_id:u64,
        :now:time);

-- query simulate_entries many
-- crosses practices: an operator's command
-- out id u64, practice_id u64, fte f64
SELECT id, practice_id, fte FROM entry
 WHERE round_id = :round_id:u64 AND practice_id BETWEEN :first:u64 AND :last:u64
 ORDER BY practice_id;

-- query simulate_chart_put bulk
INSERT INTO chart (practice_id, round_id, number, label, state, version, created_by, created_at,
                   completed_by, completed_at, packed, marks)
VALUES (:practice_id:u64, :round_id:u64, :number:u32, :label:text, 'complete', 2, :account_id:u64,
        :now:time, :account_id:u64, :now:time, :packed:blob, :marks:blob);

-- The modules of these practices' charts: each domain module in all, disease modules in turn.
-- query simulate_chart_modules exec
-- crosses practices: an operator's command
INSERT INTO chart_module (chart_id, practice_id, module)
SELECT id, practice_id, :module:text FROM chart
 WHERE round_id = :round_id:u64 AND practice_id BETWEEN :first:u64 AND :last:u64
   AND number % :turns:u32 = :turn:u32;

-- query simulate_charts many
-- crosses practices: an operator's command
-- out id u64, practice_id u64, number u32
SELECT id, practice_id, number FROM chart
 WHERE round_id = :round_id:u64 AND practice_id BETWEEN :first:u64 AND :last:u64
 ORDER BY practice_id, number;
