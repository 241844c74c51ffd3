<?cs # The practice's overview. Expects what head.cs does, and
   practice.{status,status_word,status_look,status_reason,status_at}. ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<div class="panel">
<p><?cs call:status(practice.status_look, practice.status_word) ?></p><?cs
if:practice.status == "waiting" ?>
<p>ASCO staff look at your registration, usually within two business days. You get a mail when they have decided. Until then you can add the people who will abstract charts.</p><?cs
elif:practice.status == "declined" ?>
<p>Declined on <time datetime="<?cs var:practice.status_at.iso ?>"><?cs var:practice.status_at.day ?></time>. The reason ASCO staff gave:</p>
<p class="as-typed"><?cs var:practice.status_reason ?></p><?cs if:Site.support ?>
<p>If something has changed, or was a misunderstanding, write to <a href="mailto:<?cs var:Site.support ?>"><?cs var:Site.support ?></a>.</p><?cs /if ?><?cs
else ?>
<p>Approved on <time datetime="<?cs var:practice.status_at.iso ?>"><?cs var:practice.status_at.day ?></time>. Your practice can sign up for rounds in the <a href="/dashboard">dashboard</a>.</p><?cs
/if ?>
</div>
<?cs call:practice_facts() ?><?cs if:manages ?>
<ul class="doors"><li><a href="/practice/details">Change address and contacts</a></li></ul><?cs /if ?><?cs if:Site.support ?>
<p class="muted reading">Is something else not right? Write to <a href="mailto:<?cs var:Site.support ?>"><?cs var:Site.support ?></a>.</p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
