<?cs # What is known of a practice. Expects practice.<column>, practice.{kind_word,
   member_word,member_look}, contacts.N.{kind,name,email,phone}. ?>
<h2>The practice</h2>
<dl class="facts">
<?cs call:fact("Kind", practice.kind_word) ?>
<div><dt>Address</dt><dd><?cs var:practice.address_line1 ?><?cs if:practice.address_line2 ?>, <?cs var:practice.address_line2 ?><?cs /if ?>, <?cs var:practice.city ?><?cs if:practice.region ?>, <?cs var:practice.region ?><?cs /if ?><?cs if:practice.postal_code ?> <?cs var:practice.postal_code ?><?cs /if ?>, <?cs var:practice.country ?></dd></div>
<?cs call:fact("FTE oncologists", practice.fte) ?>
<?cs call:fact("New patients a year", practice.new_patients_a_year.text) ?>
<?cs call:fact("Registered", practice.created_at.day) ?>
</dl>
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
