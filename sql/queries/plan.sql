-- A practice's improvement plans, open ones first, with the measure's counts in the round that each
-- was made in, and in the latest released round that closed until a day. One plan only, or one
-- measure, unless they are 0 and ''; those made in rounds that closed later are left out.
-- query plan_list many
-- out id u64, measure text, goal text, owner text, due date, state text, remark text, version u32, made_at time, changed_at time, changed_by text, round_id u64, round_name text, report_id u64, then_met u32?, then_not_met u32?, now_round_id u64?, now_round text?, now_met u32?, now_not_met u32?
SELECT p.id, p.measure, p.goal, p.owner, p.due, p.state, p.remark, p.version, p.made_at, p.changed_at,
       a.name AS changed_by, p.round_id, o.name AS round_name, g.id AS report_id,
       t.met AS then_met, t.not_met AS then_not_met,
       l.id AS now_round_id, l.name AS now_round, n.met AS now_met, n.not_met AS now_not_met
  FROM improvement_plan p
  JOIN round o ON o.id = p.round_id
  JOIN report g ON g.round_id = p.round_id AND g.practice_id = p.practice_id
  JOIN account a ON a.id = p.changed_by
  LEFT JOIN score t ON t.round_id = p.round_id AND t.measure = p.measure
       AND t.practice_id = p.practice_id
  LEFT JOIN round l ON l.id =
       (SELECT r.round_id FROM report r JOIN round x ON x.id = r.round_id
          JOIN score s ON s.round_id = r.round_id AND s.measure = p.measure
               AND s.practice_id = r.practice_id
         WHERE r.practice_id = p.practice_id AND r.state = 'released' AND x.closes <= :closes:date
         ORDER BY x.closes DESC, x.id DESC LIMIT 1)
  LEFT JOIN score n ON n.round_id = l.id AND n.measure = p.measure AND n.practice_id = p.practice_id
 WHERE p.practice_id = :practice_id:u64 AND o.closes <= :closes:date
   AND (:id:u64 = 0 OR p.id = :id:u64) AND (:measure:text = '' OR p.measure = :measure:text)
 ORDER BY p.state, p.due, p.id;

-- query plan_add insert
INSERT INTO improvement_plan (practice_id, round_id, measure, goal, owner, due, state, remark, version,
       made_at, changed_by, changed_at)
VALUES (:practice_id:u64, :round_id:u64, :measure:text, :goal:text, :owner:text, :due:date, 'open', '',
        1, :now:time, :account_id:u64, :now:time);

-- Another version in place of the one that was seen; 0 rows if there is a newer one.
-- query plan_change exec
UPDATE improvement_plan
   SET goal = :goal:text, owner = :owner:text, due = :due:date, state = :state:text,
       remark = :remark:text, version = version + 1, changed_by = :account_id:u64,
       changed_at = :now:time
 WHERE practice_id = :practice_id:u64 AND id = :id:u64 AND version = :version:u32;

-- A plan's versions, the latest first.
-- query plan_versions many
-- out version u32, goal text, owner text, due date, state text, remark text, changed_at time, changed_by text
SELECT w.version, w.goal, w.owner, w.due, w.state, w.remark, w.changed_at, a.name AS changed_by
  FROM improvement_plan_version w JOIN account a ON a.id = w.changed_by
 WHERE w.practice_id = :practice_id:u64 AND w.plan_id = :plan_id:u64 ORDER BY w.version DESC;

-- Who may see to a plan: the practice's people with an account, and those on its list of physicians.
-- query plan_owners many
-- out name text
SELECT a.name FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.practice_id = :practice_id:u64 AND a.closed_at IS NULL
UNION
SELECT p.name FROM physician p WHERE p.practice_id = :practice_id:u64 AND p.closed_at IS NULL
 ORDER BY name;
