<?cs # Answer 403. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 403</p>
<h1>This form has expired</h1>
<p class="lead">For your safety each form carries a token that is good for one session. The one that came with your request is missing or too old.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed. What you typed may still be there if you go back.</dd></div>
<div><dt>What to do next</dt><dd>Go back, reload the page and send the form again. If you were signed out meanwhile, sign in first.</dd></div>
</dl>
<div class="buttons"><a class="btn btn-primary" href="/login">Sign in</a>
<a class="btn btn-plain" href="/">Home page</a></div>
</div>
<?cs include:"layout/foot.cs" ?>
