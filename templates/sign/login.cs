<?cs # Signing in. Expects Form.{email,password,next}, Form_errors, Csrf. ?><?cs
include:"layout/head.cs" ?>
<div class="sign">
<h1>Sign in</h1>
<?cs call:error_summary() ?>
<?cs call:form_start("/login") ?>
<?cs call:email_field(Form.email, "E-mail", "", "username") ?>
<?cs call:password_field(Form.password, "Password", "", "current-password") ?>
<?cs call:hidden_field(Form.next) ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Sign in</button><a href="/password">Forgot your password?</a></div>
<?cs call:form_end() ?>
<div class="sign-foot"><p>New to QOPI?</p><a class="btn btn-plain" href="/register">New Registration</a></div>
</div>
<?cs include:"layout/foot.cs" ?>
