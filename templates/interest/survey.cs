<?cs # The International Interest Survey. Expects Form.{name,email,organization,country,message}. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("International Interest Survey", "QOPI is offered in a growing number of countries. Tell us that you would like to see it in yours.") ?>
<?cs call:error_summary() ?>
<?cs call:form_start("/interest") ?>
<?cs call:text_field(Form.name, "Your name", "", "name", "middle") ?>
<?cs call:email_field(Form.email, "E-mail address", "We write to you about QOPI in your country, and nothing else.", "email") ?>
<?cs call:text_field(Form.organization, "Practice or organization", "", "organization", "full") ?>
<?cs call:select_field(Form.country, "Country", "") ?>
<?cs call:text_area(Form.message, "What you would like to tell us", "For example how many oncologists work with you, and what you hope for from QOPI. No patient data, please.", "5") ?>
<?cs call:buttons("Send", "/", "Home page") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
