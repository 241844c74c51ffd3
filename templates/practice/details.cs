<?cs # The practice's address and contacts, to change. Expects what head.cs does, and
   Form.{address_line1,address_line2,city,region,postal_code} and
   Form.{physician,administrator}_{name,email,phone}. ?><?cs
include:"practice/head.cs" ?>
<?cs call:page_head("Address and contacts", practice.name) ?>
<?cs call:error_summary() ?>
<?cs call:form_start("/practice/details") ?>
<h2>Address</h2>
<?cs call:text_field(Form.address_line1, "Street address", "", "address-line1", "middle") ?>
<?cs call:text_field(Form.address_line2, "Street address, second line", "", "address-line2", "middle") ?>
<?cs call:text_field(Form.city, "City", "", "address-level2", "middle") ?>
<?cs call:text_field(Form.region, "State or region", "", "address-level1", "short") ?>
<?cs call:text_field(Form.postal_code, "ZIP or postal code", "", "postal-code", "short") ?>
<h2>Corresponding physician</h2>
<?cs call:text_field(Form.physician_name, "Name", "", "off", "middle") ?>
<?cs call:email_field(Form.physician_email, "E-mail address", "Reports and reminders are announced here.", "off") ?>
<?cs call:text_field(Form.physician_phone, "Phone", "", "off", "short") ?>
<h2>Administrative contact</h2>
<?cs call:text_field(Form.administrator_name, "Name", "", "off", "middle") ?>
<?cs call:email_field(Form.administrator_email, "E-mail address", "", "off") ?>
<?cs call:text_field(Form.administrator_phone, "Phone", "", "off", "short") ?>
<?cs call:buttons("Save", "/practice", "Cancel") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
