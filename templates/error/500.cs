<?cs # Answer 500. Expects Page.request_id, which ties this answer to our log; and the frame's names. ?><?cs
include:"layout/head.cs" ?>
<div class="trouble">
<p class="eyebrow">Error 500</p>
<h1>Something went wrong on our side</h1>
<p class="lead">An error occurred that you did not cause. It has been recorded.</p>
<dl class="trouble-facts">
<div><dt>What was kept</dt><dd>What you had saved before is safe. What you sent last was not saved.</dd></div>
<div><dt>What to do next</dt><dd>Go back and try again in a moment. If it happens again, write to us and give the number below.</dd></div>
</dl>
<?cs if:Page.request_id ?><p>Number of this error: <code class="request-id"><?cs var:Page.request_id ?></code></p>
<?cs /if ?><div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/dashboard">Your dashboard</a><?cs else ?><a class="btn btn-primary" href="/">Home page</a><?cs /if ?></div>
</div>
<?cs include:"layout/foot.cs" ?>
