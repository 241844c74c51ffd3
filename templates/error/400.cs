<?cs # Answer 400. Expects the frame's names; Error.why. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 400</p>
<h1>We could not read that request</h1>
<p class="lead"><?cs if:Error.why ?><?cs var:Error.why ?><?cs else ?>The address or the form that reached us was not complete or not in a form we understand.<?cs /if ?></p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed.</dd></div>
<div><dt>What to do next</dt><dd>Go back, check what you entered and send it again.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
