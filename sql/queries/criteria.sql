-- query round_selection_of one
-- out reference date, ordering text
SELECT reference, ordering FROM round_selection WHERE round_id = :round_id:u64;

-- query round_selection_put exec
INSERT INTO round_selection (round_id, reference, ordering)
VALUES (:round_id:u64, :reference:date, :ordering:text)
ON DUPLICATE KEY UPDATE reference = :reference:date, ordering = :ordering:text;

-- query criteria_list many
-- out module text, min_age u32, diagnosis_months u32, first_visit_months u32, visits u32, visit_months u32, death_months u32, death_visits u32, death_visit_months u32, cancers text
SELECT module, min_age, diagnosis_months, first_visit_months, visits, visit_months, death_months,
       death_visits, death_visit_months, cancers
  FROM criteria WHERE round_id = :round_id:u64;

-- query criteria_put exec
INSERT INTO criteria (round_id, module, min_age, diagnosis_months, first_visit_months, visits,
       visit_months, death_months, death_visits, death_visit_months, cancers)
VALUES (:round_id:u64, :module:text, :min_age:u32, :diagnosis_months:u32, :first_visit_months:u32,
        :visits:u32, :visit_months:u32, :death_months:u32, :death_visits:u32,
        :death_visit_months:u32, :cancers:text)
ON DUPLICATE KEY UPDATE min_age = :min_age:u32, diagnosis_months = :diagnosis_months:u32,
       first_visit_months = :first_visit_months:u32, visits = :visits:u32,
       visit_months = :visit_months:u32, death_months = :death_months:u32,
       death_visits = :death_visits:u32, death_visit_months = :death_visit_months:u32,
       cancers = :cancers:text;

-- Whether a round is still planned, and stays so until the transaction ends.
-- query round_hold_planned one
-- out id u64
SELECT id FROM round WHERE id = :id:u64 AND state = 'planned' LOCK IN SHARE MODE;
