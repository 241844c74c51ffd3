<?cs # A mailed link that is not good any more. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<h1>This link is not good any more</h1>
<p class="lead">It was used already, or it is too old, or a part of it got lost on the way.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed. A registration you began is still there.</dd></div>
<div><dt>What to do next</dt><dd>To confirm an address, sign in: we send the link again. To set a password, ask for a new link.</dd></div>
</dl>
<div class="buttons"><a class="btn btn-primary" href="/login">Sign in</a><a class="btn btn-plain" href="/password">Ask for a new link</a></div>
</div>
<?cs include:"layout/foot.cs" ?>
