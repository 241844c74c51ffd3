<?cs # Answer 413. Expects nothing but the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 413</p>
<h1>That was too large</h1>
<p class="lead">What you sent is larger than this page takes.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>Nothing was saved.</dd></div>
<div><dt>What to do next</dt><dd>Go back and send a smaller file or a shorter text. The page says how large a file may be.</dd></div>
</dl>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
