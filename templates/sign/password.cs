<?cs # Setting a password by a mailed link. Expects Form.{password,token}, Form_errors, Csrf. ?><?cs
include:"layout/head.cs" ?>
<div class="sign">
<h1>Set your password</h1>
<p>After that you sign in with it; wherever you are signed in now, you are signed out.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/password/new") ?>
<?cs call:password_field(Form.password, "New password", "At least 10 characters; a short sentence is a good password.", "new-password") ?>
<?cs call:hidden_field(Form.token) ?>
<?cs call:buttons("Set the password", "", "") ?>
<?cs call:form_end() ?>
</div>
<?cs include:"layout/foot.cs" ?>
