-- query practice_by_id one
-- out id u64, name text, kind text, status text, status_reason text?, status_at time, member_state text, member_id text, member_last_name text, address_line1 text, address_line2 text?, city text, region text?, postal_code text?, country_code text, country text, fte f64, new_patients_a_year u32, stamp u64, created_at time
-- crosses practices: for staff and the practice's own pages, whose guard gives the id
SELECT p.id, p.name, p.kind, p.status, p.status_reason, p.status_at, p.member_state, p.member_id,
       p.member_last_name, p.address_line1, p.address_line2, p.city, p.region, p.postal_code,
       p.country_code, c.name AS country, p.fte, p.new_patients_a_year, p.stamp, p.created_at
  FROM practice p JOIN country c ON c.code = p.country_code
 WHERE p.id = :id:u64;

-- The sites of a practice, closed ones last.
-- query practice_sites many
-- out id u64, name text, city text, closed_at time?
SELECT id, name, city, closed_at FROM practice_site
 WHERE practice_id = :practice_id:u64 ORDER BY closed_at IS NOT NULL, name, id;

-- query practice_site_change exec
UPDATE practice_site SET name = :name:text, city = :city:text,
       closed_at = IF(:closed:bool, COALESCE(closed_at, :now:time), NULL)
 WHERE practice_id = :practice_id:u64 AND id = :id:u64;

-- query practice_change exec
UPDATE practice SET address_line1 = :address_line1:text, address_line2 = :address_line2:text?,
       city = :city:text, region = :region:text?, postal_code = :postal_code:text?
 WHERE id = :practice_id:u64;

-- query practice_contact_put exec
INSERT INTO practice_contact (practice_id, kind, name, email, phone)
VALUES (:practice_id:u64, :kind:text, :name:text, :email:text, :phone:text?)
ON DUPLICATE KEY UPDATE name = :name:text, email = :email:text, phone = :phone:text?;

-- query practice_contact_remove exec
DELETE FROM practice_contact WHERE practice_id = :practice_id:u64 AND kind = :kind:text;

-- query practice_contacts many
-- out kind text, name text, email text, phone text?
SELECT kind, name, email, phone FROM practice_contact
 WHERE practice_id = :practice_id:u64 ORDER BY kind;

-- query practice_people many
-- out account_id u64, name text, email text, role text, confirmed bool
SELECT m.account_id, a.name, a.email, m.role, a.confirmed_at IS NOT NULL AS confirmed
  FROM membership m JOIN account a ON a.id = m.account_id
 WHERE m.practice_id = :practice_id:u64 AND a.closed_at IS NULL ORDER BY a.name;

-- query practice_signatures many
-- out kind text, title text, version text, signed_name text, signed_at time
SELECT g.kind, g.title, g.version, s.signed_name, s.signed_at
  FROM signature s JOIN agreement g ON g.id = s.agreement_id
 WHERE s.practice_id = :practice_id:u64 ORDER BY s.signed_at, g.id;

-- The practice's dashboard has changed.
-- query practice_stamp exec
UPDATE practice SET stamp = stamp + 1 WHERE id = :practice_id:u64;

-- All dashboards have changed.
-- query site_stamp exec
UPDATE site SET stamp = stamp + 1 WHERE id = 1;
