<?cs # Answer 409. Expects the frame's names; Error.why. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 409</p>
<h1>This was changed in the meantime</h1>
<p class="lead"><?cs if:Error.why ?><?cs var:Error.why ?><?cs else ?>What you sent was based on data that has been changed since you opened it, perhaps by a colleague or in another window.<?cs /if ?></p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>The newer data was kept. What you sent was not saved.</dd></div>
<div><dt>What to do next</dt><dd>Go back, reload the page, look at what has changed and enter yours again.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
