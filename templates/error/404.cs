<?cs # Answer 404. Expects the frame's names; Error.why: a page that is there, but closed to this account for now. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 404</p>
<h1><?cs if:Error.why ?>This is not open to you<?cs else ?>There is no such page<?cs /if ?></h1>
<p class="lead"><?cs if:Error.why ?><?cs var:Error.why ?><?cs else ?>The address may be mistyped or out of date, or it belongs to something your account does not have.<?cs /if ?></p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed.</dd></div>
<div><dt>What to do next</dt><dd><?cs if:Error.why ?>Go on with your other charts.<?cs else ?>Check the address, or start again from a page you know.<?cs /if ?></dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
