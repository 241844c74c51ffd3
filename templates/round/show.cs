<?cs # A round that the practice signed up for: progress and what to do next.
   round.{id,name,registers,opens,closes,reports_expected,state,state_word,state_look,days_left,
   takes_sign_up,provisional}
   entry.{track_title,fte,fellows,joined_at}, can_manage, can_abstract
   physicians.N.name: those with figures of their own
   declarations.N.{title,eligible,reason,declared_by,declared_at}
   modules.N.{title,complete,open,required,declared}; lacking.{title,done,of} if charts are missing
   extended.{until,reason} if staff gave the practice more time
   report.id         if the practice's report is released ?><?cs
include:"round/top.cs" ?>
<?cs call:page_head(round.name, "") ?>
<?cs if:extended.until ?><?cs call:notice("info", "ASCO staff have given your practice more time in this round: your last day is " + extended.until + ".") ?><?cs /if ?>
<section class="panel panel-next" aria-labelledby="next">
<?cs if:round.state == "open" && lacking.title ?><p class="eyebrow"><?cs if:can_abstract ?>What to do next<?cs else ?>What happens now<?cs /if ?></p>
<h2 id="next"><?cs if:can_abstract ?>Abstract charts<?cs else ?>Charts are being abstracted<?cs /if ?>: <?cs var:lacking.done ?> of <?cs var:lacking.of ?> <?cs var:lacking.title ?> charts done</h2>
<p>A chart counts in each of its modules once it is complete. The last day is <?cs var:round.closes ?>.</p><?cs
if:can_abstract ?><a class="btn btn-primary" href="/rounds/<?cs var:url(round.id) ?>/charts">Abstract charts</a><?cs /if ?><?cs
elif:round.state == "open" ?><p class="eyebrow">What happens now</p>
<h2 id="next">All required charts are done</h2>
<p>You may add and correct charts until <?cs var:round.closes ?>. Your report is expected by <?cs var:round.reports_expected ?>.</p><?cs
if:can_abstract ?><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">See your charts</a><?cs /if ?><?cs
elif:round.state == "registration" ?><p class="eyebrow">What happens now</p>
<h2 id="next">Abstraction opens on <?cs var:round.opens ?></h2>
<p>Your practice is signed up. Until then you can read which charts the round takes, and print the form.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria</a><?cs
elif:round.state == "closed" ?><p class="eyebrow">What happens now</p>
<h2 id="next">The round is closed and being scored</h2>
<p>Your performance report is expected by <?cs var:round.reports_expected ?>. You get a mail when it is here. Charts that were not complete are not scored.</p><?cs
elif:report.id ?><p class="eyebrow">What to do next</p>
<h2 id="next">Read your performance report</h2>
<p><?cs if:round.state == "archived" ?>The round is archived; its report stays here. <?cs /if ?>It shows each measure beside all practices that took part.</p>
<a class="btn btn-primary" href="/reports/<?cs var:url(report.id) ?>">Read the report</a><?cs
else ?><p class="eyebrow">What happens now</p>
<h2 id="next">The reports of this round are released</h2>
<p>There is none for your practice yet. If you expect one, write to the help address below.</p><?cs
/if ?></section>

<section aria-labelledby="progress">
<h2 id="progress">Charts done, of charts required</h2>
<dl class="facts"><?cs each:m = modules ?>
<div><dt><?cs var:m.title ?></dt><dd><?cs call:progress(m.complete, m.required, m.title) ?><?cs if:m.open ?><span class="muted"><?cs var:m.open ?> more begun</span> <?cs /if ?><?cs if:?m.declared ?><span class="muted">declared: <?cs var:m.declared ?> eligible</span><?cs /if ?></dd></div><?cs /each ?>
</dl><?cs if:round.takes_sign_up ?>
<ul class="doors"><?cs if:can_manage ?><li><a href="/rounds/<?cs var:url(round.id) ?>/modules">Change sign-up</a></li><?cs /if ?><li><a href="/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria</a></li><?cs if:round.state == "open" ?><li><a href="/rounds/<?cs var:url(round.id) ?>/selection">Chart selection</a></li><?cs if:round.provisional ?><li><a href="/rounds/<?cs var:url(round.id) ?>/provisional">Preliminary figures</a></li><?cs /if ?><?cs /if ?><li><a href="/rounds/<?cs var:url(round.id) ?>/form">Blank form on paper</a></li><?cs if:round.state == "open" && can_abstract ?><li><a href="/rounds/<?cs var:url(round.id) ?>/fewer">Fewer eligible charts?</a></li><?cs /if ?></ul><?cs /if ?>
</section>
<?cs if:subcount(declarations) ?>
<section aria-labelledby="declared">
<h2 id="declared">Fewer eligible charts than required</h2>
<dl class="facts"><?cs each:d = declarations ?>
<div><dt><?cs var:d.title ?></dt><dd><?cs var:d.eligible ?> eligible in all: <?cs var:d.reason ?> <span class="muted">(<?cs var:d.declared_by ?>, <time datetime="<?cs var:d.declared_at.iso ?>"><?cs var:d.declared_at.day ?></time>)</span></dd></div><?cs /each ?>
</dl>
</section><?cs /if ?>

<section aria-labelledby="sign-up">
<h2 id="sign-up">Your sign-up</h2>
<dl class="facts">
<?cs call:fact("How you take part", entry.track_title) ?><?cs
call:fact("FTE oncologists on that day", entry.fte) ?><?cs
if:entry.fellows ?><?cs call:fact("Fellows who abstract", entry.fellows) ?><?cs /if ?><?cs
if:subcount(physicians) ?><div><dt>Figures of physicians</dt><dd><?cs each:p = physicians ?><?cs if:!first(p) ?>, <?cs /if ?><?cs var:p.name ?><?cs /each ?></dd></div><?cs /if ?><?cs
call:fact("Signed up", entry.joined_at.day) ?></dl>
<?cs call:round_dates() ?></section>
<?cs include:"layout/foot.cs" ?>
