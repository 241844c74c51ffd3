-- Networks for staff, those that go on first.
-- query network_list many
-- out id u64, name text, purpose text, made_at time, ended_at time?, members i64, invited i64
-- crosses practices: read by staff
SELECT n.id, n.name, n.purpose, n.made_at, n.ended_at,
       COUNT(IF(m.state = 'member', 1, NULL)) AS members,
       COUNT(IF(m.state = 'invited', 1, NULL)) AS invited
  FROM network n LEFT JOIN network_member m ON m.network_id = n.id
 GROUP BY n.id, n.name, n.purpose, n.made_at, n.ended_at
 ORDER BY n.ended_at IS NOT NULL, n.name;

-- query network_by_id one
-- out id u64, name text, purpose text, made_at time, ended_at time?
SELECT id, name, purpose, made_at, ended_at FROM network WHERE id = :id:u64;

-- query network_add insert unique
INSERT INTO network (name, purpose, made_by, made_at)
VALUES (:name:text, :purpose:text, :account_id:u64, :now:time);

-- query network_rename exec unique
UPDATE network SET name = :name:text WHERE id = :id:u64 AND ended_at IS NULL;

-- 0 rows if it was ended before. Nobody is invited or accepts until the transaction ends.
-- query network_end exec
UPDATE network SET ended_at = :now:time WHERE id = :id:u64 AND ended_at IS NULL;

-- All of its members leave, and nobody is invited any more.
-- query network_end_members exec
-- crosses practices: the network ends for all of them
UPDATE network_member SET left_at = :now:time, state = IF(state = 'member', 'left', 'withdrawn')
 WHERE network_id = :network_id:u64 AND state IN ('invited', 'member');

-- Those whose dashboards or pages the network stands on have changed.
-- query network_stamp exec
-- crosses practices: the network is shown to all of them
UPDATE practice SET stamp = stamp + 1
 WHERE id IN (SELECT practice_id FROM network_member
               WHERE network_id = :network_id:u64 AND state IN ('invited', 'member'));

-- Waits for the end of the network, or keeps it from ending until the transaction ends.
-- query network_hold one
-- out name text, purpose text
SELECT name, purpose FROM network WHERE id = :id:u64 AND ended_at IS NULL LOCK IN SHARE MODE;

-- Whoever was invited, for staff.
-- query network_member_list many
-- out id u64, practice_id u64, practice text, city text, state text, invited_at time, decided_at time?, decided_by text?, shares_from date?, left_at time?
-- crosses practices: read by staff
SELECT m.id, m.practice_id, p.name AS practice, p.city, m.state, m.invited_at, m.decided_at,
       a.name AS decided_by, m.shares_from, m.left_at
  FROM network_member m
  JOIN practice p ON p.id = m.practice_id
  LEFT JOIN account a ON a.id = m.decided_by
 WHERE m.network_id = :network_id:u64
 ORDER BY FIELD(m.state, 'member', 'invited', 'left', 'refused', 'withdrawn'), p.name, m.id;

-- Approved practices with that in their name which are neither invited nor in it.
-- query network_candidates many
-- out id u64, name text, city text, country text
-- crosses practices: read by staff
SELECT p.id, p.name, p.city, c.name AS country
  FROM practice p JOIN country c ON c.code = p.country_code
 WHERE p.status = 'approved' AND LOCATE(:name:text, p.name) > 0
   AND NOT EXISTS (SELECT 1 FROM network_member m
                    WHERE m.network_id = :network_id:u64 AND m.present = p.id)
 ORDER BY p.name, p.id LIMIT 21;

-- query network_invite insert unique
INSERT INTO network_member (network_id, practice_id, state, invited_by, invited_at)
SELECT :network_id:u64, p.id, 'invited', :account_id:u64, :now:time
  FROM practice p WHERE p.id = :practice_id:u64 AND p.status = 'approved';

-- Staff take an invitation back; 0 rows if it was answered meanwhile.
-- query network_withdraw exec
UPDATE network_member SET state = 'withdrawn', left_at = :now:time
 WHERE practice_id = :practice_id:u64 AND network_id = :network_id:u64 AND state = 'invited';

-- The networks that a practice is invited to, is in, or has left.
-- query network_of_practice many
-- out network_id u64, name text, purpose text, state text, invited_at time, decided_at time?, decided_by text?, shares_from date?, left_at time?
SELECT m.network_id, n.name, n.purpose, m.state, m.invited_at, m.decided_at, a.name AS decided_by,
       m.shares_from, m.left_at
  FROM network_member m
  JOIN network n ON n.id = m.network_id
  LEFT JOIN account a ON a.id = m.decided_by
 WHERE m.practice_id = :practice_id:u64 AND m.state <> 'withdrawn'
   AND (:network_id:u64 = 0 OR m.network_id = :network_id:u64)
 ORDER BY FIELD(m.state, 'invited', 'member', 'left', 'refused'), n.name, m.id DESC;

-- Who is in a network, for those who are in it or invited to it: their names and since when.
-- query network_present many
-- out practice_id u64, practice text, city text, decided_at time?
-- crosses practices: read by members and those invited
SELECT m.practice_id, p.name AS practice, p.city, m.decided_at
  FROM network_member m JOIN practice p ON p.id = m.practice_id
 WHERE m.network_id = :network_id:u64 AND m.state = 'member' ORDER BY p.name, p.id;

-- A practice agrees: who for it, and from which results on; 0 rows if it is not invited any more.
-- query network_accept exec
UPDATE network_member SET state = 'member', decided_by = :account_id:u64, decided_at = :now:time,
       shares_from = :shares_from:date
 WHERE practice_id = :practice_id:u64 AND network_id = :network_id:u64 AND state = 'invited';

-- query network_refuse exec
UPDATE network_member SET state = 'refused', decided_by = :account_id:u64, decided_at = :now:time
 WHERE practice_id = :practice_id:u64 AND network_id = :network_id:u64 AND state = 'invited';

-- query network_leave exec
UPDATE network_member SET state = 'left', left_at = :now:time
 WHERE practice_id = :practice_id:u64 AND network_id = :network_id:u64 AND state = 'member';

-- What a practice may share: the rounds of its released reports, the latest first.
-- query network_share_rounds many
-- out round_id u64, name text, closes date
SELECT o.id AS round_id, o.name, o.closes
  FROM report r JOIN round o ON o.id = r.round_id
 WHERE r.practice_id = :practice_id:u64 AND r.state = 'released'
 ORDER BY o.closes DESC, o.id DESC;

-- The rounds that a network can be seen in, the latest first: of a member those whose results it
-- shares itself; for staff (practice 0) those that any member shares.
-- query network_rounds many
-- out round_id u64, name text, closes date
SELECT DISTINCT o.id AS round_id, o.name, o.closes
  FROM network_member m
  JOIN report r ON r.practice_id = m.practice_id AND r.state = 'released'
  JOIN round o ON o.id = r.round_id AND o.closes >= m.shares_from
 WHERE m.network_id = :network_id:u64 AND m.state = 'member'
   AND (:practice_id:u64 = 0 OR m.practice_id = :practice_id:u64)
 ORDER BY o.closes DESC, o.id DESC;

-- The members of a network; with their results of a round where they are released and shared.
-- query network_results many
-- out practice_id u64, practice text, result text?
-- crosses practices: members agreed to it
SELECT m.practice_id, p.name AS practice, r.result
  FROM network_member m
  JOIN practice p ON p.id = m.practice_id
  JOIN round o ON o.id = :round_id:u64
  LEFT JOIN report r ON r.practice_id = m.practice_id AND r.round_id = o.id
       AND r.state = 'released' AND o.closes >= m.shares_from
 WHERE m.network_id = :network_id:u64 AND m.state = 'member' ORDER BY p.name, p.id;

-- Whose results of a round are or were open to the members of which network: of those who left,
-- what was released before they did.
-- query network_ties many
-- out network_id u64, practice_id u64
-- crosses practices: what members may see depends on what others have seen
SELECT DISTINCT m.network_id, m.practice_id
  FROM network_member m
  JOIN round o ON o.id = :round_id:u64 AND o.closes >= m.shares_from
  JOIN report r ON r.practice_id = m.practice_id AND r.round_id = o.id AND r.state = 'released'
 WHERE m.state = 'member' OR (m.state = 'left' AND m.left_at >= r.released_at);

-- The cells of a round that are published.
-- query network_cells many
-- out level text, peer text, measure text
SELECT level, peer, measure FROM aggregate
 WHERE round_id = :round_id:u64 AND hidden IS NULL ORDER BY measure;

-- How many charts of each practice count in each measure, measure by measure, in the order of ids.
-- query network_charts each
-- out measure text, practice_id u64, charts u64
-- crosses practices: for what the others could be told by
SELECT measure, practice_id, met + not_met AS charts FROM score
 WHERE round_id = :round_id:u64 AND met + not_met > 0 ORDER BY measure, practice_id;
