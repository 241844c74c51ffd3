<?cs # Answer 503. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 503</p>
<h1>We will be back in a moment</h1>
<p class="lead">The system cannot reach its data right now. It keeps trying by itself.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>What you had saved before is safe. What you sent last was not saved.</dd></div>
<div><dt>What to do next</dt><dd>Wait half a minute, then go back and send it again.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
