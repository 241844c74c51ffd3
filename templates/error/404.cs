<?cs # Answer 404. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 404</p>
<h1>There is no such page</h1>
<p class="lead">The address may be mistyped or out of date, or it belongs to something your account does not have.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed.</dd></div>
<div><dt>What to do next</dt><dd>Check the address, or start again from a page you know.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
