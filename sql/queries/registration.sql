-- query registration_by_digest one
-- out id u64
SELECT id FROM registration WHERE digest = :digest:blob;

-- The newest unfinished one of an account.
-- query registration_by_account one
-- out id u64
SELECT id FROM registration WHERE account_id = :account_id:u64 AND practice_made IS NULL
 ORDER BY id DESC LIMIT 1;

-- query registration_by_id one
-- out account_id u64?, member_state text, step_reached u32, practice_made u64?
SELECT account_id, member_state, step_reached, practice_made FROM registration WHERE id = :id:u64;

-- Whether a practice was made of it already; locked, so that two last steps follow one another.
-- query registration_lock one
-- out practice_made u64?
SELECT practice_made FROM registration WHERE id = :id:u64 FOR UPDATE;

-- query registration_add insert
INSERT INTO registration (digest, created_at, touched_at)
VALUES (:digest:blob, :now:time, :now:time);

-- query registration_set_member exec
UPDATE registration SET member_state = :state:text, touched_at = :now:time WHERE id = :id:u64;

-- query registration_set_step exec
UPDATE registration SET step_reached = :step:u32, touched_at = :now:time WHERE id = :id:u64;

-- query registration_set_account exec
UPDATE registration SET account_id = :account_id:u64, touched_at = :now:time WHERE id = :id:u64;

-- A new token; the cookie with the old one opens nothing any more.
-- query registration_set_digest exec
UPDATE registration SET digest = :digest:blob, touched_at = :now:time WHERE id = :id:u64;

-- query registration_set_practice exec
UPDATE registration SET practice_made = :made:u64, touched_at = :now:time WHERE id = :id:u64;

-- query registration_values many
-- out field text, value text
SELECT field, value FROM registration_value WHERE registration_id = :id:u64;

-- query registration_put exec
INSERT INTO registration_value (registration_id, field, value)
VALUES (:id:u64, :field:text, :value:text)
ON DUPLICATE KEY UPDATE value = :value:text;

-- The newest version of each agreement that is valid on a day.
-- query agreement_newest many
-- out id u32, kind text, version text, title text, body text
SELECT g.id, g.kind, g.version, g.title, g.body FROM agreement g
 WHERE g.id = (SELECT n.id FROM agreement n
                WHERE n.kind = g.kind AND n.valid_from <= :day:date
                ORDER BY n.valid_from DESC, n.id DESC LIMIT 1)
 ORDER BY g.kind;

-- query practice_add insert
-- crosses practices: makes a new one
INSERT INTO practice (name, kind, status, status_at, member_state, member_id, member_last_name,
                      member_checked_at, address_line1, address_line2, city, region, postal_code,
                      country_code, fte, new_patients_a_year, created_at)
VALUES (:name:text, :kind:text, 'waiting', :now:time, :member_state:text, :member_id:text,
        :member_last_name:text, IF(:member_state:text = 'verified', :now:time, NULL),
        :address_line1:text, :address_line2:text?, :city:text, :region:text?, :postal_code:text?,
        :country_code:text, :fte:f64, :new_patients_a_year:u32, :now:time);

-- query practice_site_add insert
INSERT INTO practice_site (practice_id, name, city)
VALUES (:practice_id:u64, :name:text, :city:text);

-- query practice_contact_add exec
INSERT INTO practice_contact (practice_id, kind, name, email, phone)
VALUES (:practice_id:u64, :kind:text, :name:text, :email:text, :phone:text?);

-- query signature_add exec
INSERT INTO signature (practice_id, agreement_id, account_id, signed_name, signed_at)
VALUES (:practice_id:u64, :agreement_id:u32, :account_id:u64, :signed_name:text, :now:time);

-- query interest_add insert
INSERT INTO interest (name, email, organization, country, message, created_at)
VALUES (:name:text, :email:text, :organization:text, :country:text, :message:text?, :now:time);
