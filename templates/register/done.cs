<?cs # The registration is complete. Expects practice_name; pending if the member is not
   verified yet; User.name if signed in. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Thank you for registering", "") ?>
<div class="panel panel-next">
<p><strong><?cs var:practice_name ?></strong> is registered. ASCO staff look at each registration, usually within two business days. You get a mail as soon as they have decided.</p><?cs if:pending ?>
<p>The member directory did not answer when you registered. We ask it again by ourselves; you need not do anything.</p><?cs /if ?>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary" href="/practice">See your practice</a><?cs else ?><a class="btn btn-primary" href="/login">Sign in</a><?cs /if ?></div>
</div>
<h2>Meanwhile</h2>
<ul class="ticks">
<li>Add the people who will abstract charts, under Practice.</li>
<li>Look at the <a href="/measures">measures</a> and choose the modules that fit your practice.</li>
</ul>
<?cs include:"layout/foot.cs" ?>
