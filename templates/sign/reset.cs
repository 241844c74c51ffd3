<?cs # Asking for a link to set a new password. Expects Form.email, Form_errors, Csrf. ?><?cs
include:"layout/head.cs" ?>
<div class="sign">
<h1>Set a new password</h1>
<p>Type the e-mail address of your account. We send you a link; your present password stays good until you set another one.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/password") ?>
<?cs call:email_field(Form.email, "E-mail", "", "username") ?>
<?cs call:buttons("Send the link", "/login", "Back to sign in") ?>
<?cs call:form_end() ?>
</div>
<?cs include:"layout/foot.cs" ?>
