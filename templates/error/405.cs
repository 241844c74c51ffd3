<?cs # Answer 405. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 405</p>
<h1>That does not work here</h1>
<p class="lead">This address exists, but not for what your browser tried to do with it. This can happen when a page is reloaded after a form was sent.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was changed.</dd></div>
<div><dt>What to do next</dt><dd>Open the page again by its link instead of reloading it.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
