<?cs # Step 4: the contacts. Expects Form.<field>, Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/back.cs" ?>
<?cs call:page_head("New registration", "") ?>
<?cs call:steps() ?>
<h2>Contacts</h2>
<?cs call:error_summary() ?>
<?cs call:form_start("/register/contacts") ?>
<h3>Corresponding physician</h3>
<?cs call:text_field(Form.physician_name, "Full name", "", "off", "middle") ?>
<?cs call:email_field(Form.physician_email, "E-mail address", "", "off") ?>
<?cs call:text_field(Form.physician_phone, "Phone", "", "off", "middle") ?>
<h3>Administrative contact</h3>
<p class="reading">A second person whom we may write to about rounds and reports. Leave both fields empty if there is none.</p>
<?cs call:text_field(Form.administrator_name, "Full name of the administrative contact", "", "off", "middle") ?>
<?cs call:email_field(Form.administrator_email, "E-mail address of the administrative contact", "", "off") ?>
<?cs call:go_on("Continue") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
