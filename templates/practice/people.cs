<?cs # The practice's people. Expects what head.cs does, people.N; manages and
   Form.{name,email,role} for those who may add. ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<h2>People</h2>
<?cs call:people_table() ?><?cs if:manages ?>
<h2 id="add">Add a person</h2>
<p class="reading">They get a mail with a link to set a password of their own.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/practice/people") ?>
<?cs call:text_field(Form.name, "Name", "", "off", "middle") ?>
<?cs call:email_field(Form.email, "E-mail address", "", "off") ?>
<?cs call:radio_group(Form.role, "Role", "") ?>
<?cs call:buttons("Add", "", "") ?>
<?cs call:form_end() ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
