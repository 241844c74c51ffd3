-- query edition_by_hash one
-- out id u32
SELECT id FROM edition WHERE hash = :hash:text;

-- query edition_newest one
-- out id u32, hash text
SELECT id, hash FROM edition ORDER BY id DESC LIMIT 1;

-- query edition_add insert
INSERT INTO edition (hash, loaded_at) VALUES (:hash:text, :now:time);

-- query edition_file_add exec
INSERT INTO edition_file (edition_id, name, content)
VALUES (:edition_id:u32, :name:text, :content:text);

-- query edition_files many
-- out name text, content text
SELECT name, content FROM edition_file WHERE edition_id = :edition_id:u32 ORDER BY name;

-- Editions by number, or by the first digits of their hash.
-- query edition_named many
-- out id u32, hash text
SELECT id, hash FROM edition
 WHERE id = :id:u32 OR (:prefix:text <> '' AND hash LIKE CONCAT(:prefix:text, '%')) ORDER BY id;
