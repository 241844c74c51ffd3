-- Links that were used, or that are past their time.
-- query mail_link_sweep exec
DELETE FROM mail_link WHERE expires_at < :before:time OR used_at < :before:time;

-- Registrations that nobody came back to; their values go with them. Made practices keep theirs.
-- query registration_sweep exec
DELETE FROM registration WHERE touched_at < :before:time AND practice_made IS NULL;
