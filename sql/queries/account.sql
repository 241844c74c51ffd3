-- query account_by_email one
-- out id u64, name text, email text, password_hash text?, code_secret text?, code_last_step i64, confirmed bool
SELECT id, name, email, password_hash, code_secret, code_last_step,
       confirmed_at IS NOT NULL AS confirmed
  FROM account WHERE email = :email:text AND closed_at IS NULL;

-- query account_by_id one
-- out id u64, name text, email text, password_hash text?, code_secret text?, code_last_step i64, confirmed bool
SELECT id, name, email, password_hash, code_secret, code_last_step,
       confirmed_at IS NOT NULL AS confirmed
  FROM account WHERE id = :id:u64 AND closed_at IS NULL;

-- Gives 0 for an address that has an account already.
-- query account_add insert unique
INSERT INTO account (email, name, password_hash, code_secret, staff, confirmed_at, created_at)
VALUES (:email:text, :name:text, :password_hash:text?, :code_secret:text?,
        IF(:staff:bool, 'staff', NULL), :confirmed_at:time?, :now:time);

-- query account_confirm exec
UPDATE account SET confirmed_at = COALESCE(confirmed_at, :now:time) WHERE id = :id:u64;

-- query account_set_password exec
UPDATE account SET password_hash = :password_hash:text WHERE id = :id:u64;

-- A code's time step is used up; 0 rows if it was used before.
-- query account_use_code exec
UPDATE account SET code_last_step = :step:i64 WHERE id = :id:u64 AND code_last_step < :step:i64;

-- query account_set_name exec
UPDATE account SET name = :name:text WHERE id = :id:u64;

-- query membership_add exec unique
INSERT INTO membership (account_id, practice_id, role)
VALUES (:account_id:u64, :practice_id:u64, :role:text);

-- query attempt_add exec
INSERT INTO attempt (who, at) VALUES (:who:text, :now:time);

-- query attempt_count one
-- out n i64
SELECT COUNT(*) AS n FROM attempt WHERE who = :who:text AND at > :since:time;

-- query attempt_forget exec
DELETE FROM attempt WHERE who = :who:text;

-- query attempt_sweep exec
DELETE FROM attempt WHERE at < :before:time;

-- query mail_link_add exec
INSERT INTO mail_link (digest, purpose, account_id, expires_at)
VALUES (:digest:blob, :purpose:text, :account_id:u64, :expires_at:time);

-- query mail_link_get one
-- out account_id u64, used bool
SELECT account_id, used_at IS NOT NULL AS used
  FROM mail_link
 WHERE digest = :digest:blob AND purpose = :purpose:text AND expires_at > :now:time;

-- Uses a link up; 0 rows if somebody was faster.
-- query mail_link_use exec
UPDATE mail_link SET used_at = :now:time WHERE digest = :digest:blob AND used_at IS NULL;
