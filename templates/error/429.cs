<?cs # Answer 429. Expects the frame's names; Error.why. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 429</p>
<h1>Too many tries</h1>
<p class="lead"><?cs if:Error.why ?><?cs var:Error.why ?><?cs else ?>There were more requests of this kind than we allow in a short time. This protects accounts and member data from guessing.<?cs /if ?></p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed.</dd></div>
<div><dt>What to do next</dt><dd>Wait a few minutes, then try again.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
