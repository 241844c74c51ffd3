<?cs # The second half of signing in. Expects Form.{code,next}, Form_errors, Csrf. ?><?cs
include:"layout/head.cs" ?>
<div class="sign">
<h1>One-time code</h1>
<p>Your account asks for a code as well. Open the authenticator on your phone and type the six digits it shows for myQOPI.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/login/code") ?>
<?cs call:code_field(Form.code, "One-time code", "A new one comes every 30 seconds; each is good once.") ?>
<?cs call:hidden_field(Form.next) ?>
<?cs call:buttons("Sign in", "/login", "Start again") ?>
<?cs call:form_end() ?>
</div>
<?cs include:"layout/foot.cs" ?>
