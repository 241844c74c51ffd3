-- What a practice declared in a round, by module.
-- query declaration_list many
-- out module text, eligible u32, reason text, declared_by text, declared_at time
SELECT d.module, d.eligible, d.reason, a.name AS declared_by, d.declared_at
  FROM declaration d JOIN account a ON a.id = d.declared_by
 WHERE d.practice_id = :practice_id:u64 AND d.round_id = :round_id:u64
 ORDER BY d.module <> 'CORE', d.module;

-- query declaration_put exec
INSERT INTO declaration (practice_id, round_id, module, eligible, reason, declared_by, declared_at)
VALUES (:practice_id:u64, :round_id:u64, :module:text, :eligible:u32, :reason:text,
        :account_id:u64, :now:time)
ON DUPLICATE KEY UPDATE eligible = :eligible:u32, reason = :reason:text,
       declared_by = :account_id:u64, declared_at = :now:time;

-- query declaration_remove exec
DELETE FROM declaration
 WHERE practice_id = :practice_id:u64 AND round_id = :round_id:u64 AND module = :module:text;

-- All of a round, for staff.
-- query declaration_of_round many
-- out practice_id u64, practice text, module text, eligible u32, required u32?, reason text, declared_at time
-- crosses practices: read by staff
SELECT d.practice_id, p.name AS practice, d.module, d.eligible,
       (SELECT m.required FROM entry e JOIN entry_module m ON m.entry_id = e.id
         WHERE e.round_id = d.round_id AND e.practice_id = d.practice_id AND m.module = d.module)
           AS required,
       d.reason, d.declared_at
  FROM declaration d JOIN practice p ON p.id = d.practice_id
 WHERE d.round_id = :round_id:u64 ORDER BY p.name, d.module <> 'CORE', d.module;
