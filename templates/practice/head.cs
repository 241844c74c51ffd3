<?cs # The top of a page about a practice, and macros for what is known of it. Expects
   practice.<column>, practice.{kind_word,member_word,member_look}, contacts.N.{kind,name,email,
   phone}, sites.N.{name,city}, people.N.{name,email,role_title,confirmed},
   signatures.N.{title,version,signed_name,signed_at}, Sections.N.{href,title,current}; each
   macro only its own. ?><?cs
include:"layout/head.cs" ?><?cs

# The heading of the practice's own pages, and the way between them. ?><?cs
def:practice_sections() ?><?cs call:page_head(practice.name, "") ?>
<nav class="jump" aria-label="Practice"><ul><?cs each:s = Sections ?>
<li><a href="<?cs var:link(s.href) ?>"<?cs if:s.current ?> aria-current="page"<?cs /if ?>><?cs var:s.title ?></a></li><?cs /each ?>
</ul></nav>
<?cs /def ?><?cs

def:practice_facts() ?><h2>The practice</h2>
<dl class="facts">
<?cs call:fact("Kind", practice.kind_word) ?>
<div><dt>Address</dt><dd><?cs var:practice.address_line1 ?><?cs if:practice.address_line2 ?>, <?cs var:practice.address_line2 ?><?cs /if ?>, <?cs var:practice.city ?><?cs if:practice.region ?>, <?cs var:practice.region ?><?cs /if ?><?cs if:practice.postal_code ?> <?cs var:practice.postal_code ?><?cs /if ?>, <?cs var:practice.country ?></dd></div>
<?cs call:fact("FTE oncologists", practice.fte) ?>
<?cs call:fact("New patients a year", practice.new_patients_a_year.text) ?>
<?cs call:fact("Registered", practice.created_at.day) ?>
<?cs if:certified_until ?><?cs call:fact("QOPI certification", "Certified until " + certified_until) ?>
<?cs /if ?></dl>
<h2>Corresponding physician</h2>
<dl class="facts">
<?cs call:fact("Last name", practice.member_last_name) ?>
<?cs call:fact("ASCO Member ID", practice.member_id) ?>
<div><dt>Active member</dt><dd><?cs call:status(practice.member_look, practice.member_word) ?></dd></div>
</dl>
<h2>Contacts</h2>
<dl class="facts"><?cs each:c = contacts ?>
<div><dt><?cs if:c.kind == "physician" ?>Corresponding physician<?cs else ?>Administrative contact<?cs /if ?></dt><dd><?cs var:c.name ?>, <a href="mailto:<?cs var:c.email ?>"><?cs var:c.email ?></a><?cs if:c.phone ?>, <?cs var:c.phone ?><?cs /if ?></dd></div><?cs /each ?>
</dl>
<?cs /def ?><?cs
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
