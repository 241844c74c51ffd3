<?cs # Macros for what belongs to a practice. Expect sites.N.{name,city},
   people.N.{name,email,role_title,confirmed}, signatures.N.{title,version,signed_name,signed_at}. ?><?cs
def:sites_table() ?><?cs call:table_start("Sites", "stack") ?><thead><tr><th scope="col">Site</th><th scope="col">City</th></tr></thead>
<tbody><?cs each:s = sites ?>
<tr><th scope="row"><?cs var:s.name ?></th><td data-label="City"><?cs var:s.city ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs /def ?><?cs

def:people_table() ?><?cs call:table_start("People", "stack") ?><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">E-mail</th><th scope="col">Account</th></tr></thead>
<tbody><?cs each:p = people ?>
<tr><th scope="row"><?cs var:p.name ?></th><td data-label="Role"><?cs var:p.role_title ?></td><td data-label="E-mail"><?cs var:p.email ?></td><td data-label="Account"><?cs if:p.confirmed ?><?cs call:status("good", "Ready") ?><?cs else ?><?cs call:status("idle", "Invited") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs /def ?><?cs

def:signatures_table() ?><?cs call:table_start("Agreements", "stack") ?><thead><tr><th scope="col">Agreement</th><th scope="col">Version</th><th scope="col">Signed by</th><th scope="col">Signed</th></tr></thead>
<tbody><?cs each:s = signatures ?>
<tr><th scope="row"><?cs var:s.title ?></th><td data-label="Version"><?cs var:s.version ?></td><td data-label="Signed by"><?cs var:s.signed_name ?></td><td data-label="Signed"><time datetime="<?cs var:s.signed_at.iso ?>"><?cs var:s.signed_at ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs /def ?>
