<?cs # Step 5: the account of whoever registers. Expects account.{name,email} of a confirmed
   account, then Form.role; else Form.{email,your_name,role}; Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/back.cs" ?>
<?cs call:page_head("New registration", "") ?>
<?cs call:steps() ?>
<h2>Your account</h2>
<?cs call:error_summary() ?><?cs
if:account.email ?>
<p class="reading">You register your practice with this account.</p>
<dl class="facts">
<?cs call:fact("Name", account.name) ?>
<?cs call:fact("E-mail", account.email) ?>
</dl>
<?cs call:form_start("/register/role") ?>
<?cs call:radio_group(Form.role, "Your role in the practice", "All three manage the practice here: sign it up for rounds and add people.") ?>
<?cs call:go_on("Continue") ?>
<?cs call:form_end() ?><?cs
else ?>
<p class="reading">With this account you sign in later. Next we send you a mail; the link in it brings you back here for the last step. Do you have an account already? <a href="/login?next=/register/account">Sign in</a> and go on with it.</p>
<?cs call:form_start("/register/account") ?>
<?cs call:text_field(Form.your_name, "Your name", "", "name", "middle") ?>
<?cs call:email_field(Form.email, "E-mail address", "Your own, not one that several people read.", "username") ?>
<?cs call:radio_group(Form.role, "Your role in the practice", "All three manage the practice here: sign it up for rounds and add people.") ?>
<?cs call:password_field(Form.password, "Password", "At least 10 characters; a short sentence is a good password.", "new-password") ?>
<?cs call:password_field(Form.password_again, "Password, again", "", "new-password") ?>
<?cs call:go_on("Send me the mail") ?>
<?cs call:form_end() ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
