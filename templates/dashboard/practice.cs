<?cs # A practice's dashboard; kept by the process until a stamp is raised.
   practice, approved
   next.step         waiting, declined, abstract, watch, join, ask, done, scoring, report,
                     signed_up, coming or nothing; next.round.{id,name,state,registers,opens,closes,
                     reports_expected},
                     next.{module,done,of}
   rounds.N.{id,name,state,state_word,state_look,takes_sign_up,registers,opens,closes,
             reports_expected,days_left,
             track,track_title,extended,provisional}, rounds.N.modules.N.{title,complete,required,declared},
             pace.{left,hours,last,late}   at the practice's own pace, once it is known
   queries.N.{question,element,state,by_staff,asked_at,name,chart_id,number,round_name}
   announcements.N.{title,body}   of ASCO staff
   invitations.N.{network_id,name}   to networks; decides: who reads it may answer
   reports.N.{id,round_name,charts,released_at} ?><?cs
include:"layout/head.cs" ?><?cs
def:step(title, text, href, label) ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next"><?cs var:title ?></h2>
<p><?cs var:text ?></p><?cs if:href ?>
<a class="btn btn-primary" href="<?cs var:link(href) ?>"><?cs var:label ?></a><?cs /if ?>
</section>
<?cs /def ?><?cs
def:left(days) ?><?cs if:days == "0" ?>today is the last day<?cs elif:days == "1" ?>one day left<?cs elif:days > #0 ?><?cs var:days ?> days left<?cs else ?>past its last day<?cs /if ?><?cs /def ?>
<?cs call:page_head("Dashboard", practice) ?>
<?cs each:n = announcements ?><article class="notice notice-info"><?cs call:shape("info") ?><div><p><strong><?cs var:n.title ?></strong></p><p><?cs var:n.body ?></p></div></article>
<?cs /each ?><?cs each:invitation = invitations ?><article class="notice notice-info"><?cs call:shape("info") ?><div><p><strong>Your practice is invited to the network <?cs var:invitation.name ?></strong></p><p><?cs if:decides ?>Its members see each other's results side by side. <?cs else ?>The corresponding physician or an administrator of your practice decides. <?cs /if ?><a href="/practice/networks/<?cs var:url(invitation.network_id) ?>">Read what would be shared</a></p></div></article>
<?cs /each ?><?cs if:next.step == "waiting" ?><?cs call:step("ASCO staff are looking at your registration", "This takes about two business days. You get a mail as soon as your practice is approved; then you can sign up for a round here. Until then there is nothing to do.", "", "") ?><?cs
elif:next.step == "declined" ?><?cs call:step("Your registration was declined", "The reason stands on the page of your practice and in the mail that we sent you. If something has changed, write to the help address below.", "/practice", "See the reason") ?><?cs
elif:next.step == "abstract" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next">Abstract charts for <?cs var:next.round.name ?></h2>
<p><?cs var:next.done ?> of <?cs var:next.of ?> <?cs var:next.module ?> charts done. The last day is <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>.</p>
<a class="btn btn-primary" href="/rounds/<?cs var:url(next.round.id) ?>/charts">Abstract charts</a>
</section><?cs
elif:next.step == "watch" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next">Charts are being abstracted for <?cs var:next.round.name ?></h2>
<p><?cs var:next.done ?> of <?cs var:next.of ?> <?cs var:next.module ?> charts done. The last day is <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(next.round.id) ?>">See the progress</a>
</section><?cs
elif:next.step == "join" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next">Sign up for <?cs var:next.round.name ?></h2>
<p><?cs if:next.round.state == "open" ?>The round is open until <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>. Choose your modules or a track; then you can abstract charts.<?cs else ?>Choose your modules or a track now; you can abstract charts from <time datetime="<?cs var:next.round.opens.iso ?>"><?cs var:next.round.opens ?></time> to <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>.<?cs /if ?></p>
<a class="btn btn-primary" href="/rounds/<?cs var:url(next.round.id) ?>">Sign up</a>
</section><?cs
elif:next.step == "ask" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next"><?cs var:next.round.name ?> is open<?cs if:next.round.state != "open" ?> for sign-up<?cs /if ?></h2>
<p>Your practice has not signed up yet. Its corresponding physician or administrative contact can do that until <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(next.round.id) ?>">About this round</a>
</section><?cs
elif:next.step == "done" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next">All required charts for <?cs var:next.round.name ?> are done</h2>
<p>You may add and correct charts until <time datetime="<?cs var:next.round.closes.iso ?>"><?cs var:next.round.closes ?></time>. Your performance report is expected by <time datetime="<?cs var:next.round.reports_expected.iso ?>"><?cs var:next.round.reports_expected ?></time>.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(next.round.id) ?>">See your round</a>
</section><?cs
elif:next.step == "scoring" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next"><?cs var:next.round.name ?> is closed and being scored</h2>
<p>Your performance report is expected by <time datetime="<?cs var:next.round.reports_expected.iso ?>"><?cs var:next.round.reports_expected ?></time>. You get a mail when it is here.</p>
</section><?cs
elif:next.step == "report" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next">Read your performance report</h2>
<p>Your report of <?cs var:reports.0.round_name ?> shows each measure beside all practices that took part.</p>
<a class="btn btn-primary" href="/reports/<?cs var:url(reports.0.id) ?>">Read the report</a>
</section><?cs
elif:next.step == "signed_up" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next">Your practice is signed up for <?cs var:next.round.name ?></h2>
<p>Abstraction opens on <time datetime="<?cs var:next.round.opens.iso ?>"><?cs var:next.round.opens ?></time>. Until then you can read which charts it takes and look at the form.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(next.round.id) ?>">See your round</a>
</section><?cs
elif:next.step == "coming" ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What happens now</p>
<h2 id="next"><?cs var:next.round.name ?> opens on <?cs var:next.round.opens ?></h2>
<p>You can sign up here from <?cs var:next.round.registers ?> on. Look at the modules now to choose early.</p>
<a class="btn btn-plain" href="/rounds/<?cs var:url(next.round.id) ?>">About this round</a>
</section><?cs
else ?><?cs call:step("No round is announced at the moment", "There are two rounds a year. Dates are shown here as soon as they are confirmed. Meanwhile you may look at the measures.", "/measures", "See the measures") ?><?cs
/if ?>

<?cs if:subcount(queries) ?><section aria-labelledby="queries">
<h2 id="queries">Queries that wait</h2>
<?cs call:table_start("Queries that wait", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">Chart</th><th scope="col">Asked by</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:q = queries ?>
<tr><th scope="row" data-label="Question"><a href="/charts/<?cs var:url(q.chart_id) ?>/questions/<?cs var:url(q.element) ?>"><?cs var:q.question ?></a></th><td data-label="Chart">Chart <?cs var:q.number ?>, <?cs var:q.round_name ?></td><td data-label="Asked by"><?cs var:q.name ?><?cs if:q.by_staff ?> (ASCO staff)<?cs /if ?>, <time datetime="<?cs var:q.asked_at.iso ?>"><?cs var:q.asked_at.day ?></time></td><td data-label="State"><?cs if:q.state == "answered" ?><?cs call:status("info", "Answered: close it or ask again") ?><?cs else ?><?cs call:status("warn", "Open") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?></section>
<?cs /if ?><section aria-labelledby="rounds">
<h2 id="rounds">Current and coming rounds</h2>
<?cs if:!subcount(rounds) ?><?cs call:empty("No round is open or announced. Dates are shown here as soon as they are confirmed.", "", "") ?><?cs /if ?><?cs
each:r = rounds ?><article class="panel" aria-labelledby="round-<?cs var:r.id ?>">
<h3 id="round-<?cs var:r.id ?>"><?cs if:approved ?><a href="/rounds/<?cs var:url(r.id) ?>"><?cs var:r.name ?></a><?cs else ?><?cs var:r.name ?><?cs /if ?></h3>
<p><?cs call:status(r.state_look, r.state_word) ?></p>
<dl class="facts">
<div><dt>Abstraction</dt><dd><time datetime="<?cs var:r.opens.iso ?>"><?cs var:r.opens ?></time> to <time datetime="<?cs var:r.closes.iso ?>"><?cs var:r.closes ?></time><?cs if:r.state == "open" ?> (<?cs call:left(r.days_left) ?>)<?cs /if ?><?cs if:?r.extended ?> <span class="muted">more time for your practice</span><?cs /if ?></dd></div>
<div><dt>Reports expected by</dt><dd><time datetime="<?cs var:r.reports_expected.iso ?>"><?cs var:r.reports_expected ?></time></dd></div>
<div><dt>Your sign-up</dt><dd><?cs if:r.track ?><?cs var:r.track_title ?><?cs elif:!approved ?>Possible once your practice is approved<?cs elif:r.takes_sign_up ?>Not signed up yet<?cs else ?>Possible from <?cs var:r.registers ?> on<?cs /if ?></dd></div><?cs
each:m = r.modules ?>
<div><dt><?cs var:m.title ?></dt><dd><?cs call:progress(m.complete, m.required, m.title) ?><?cs if:?m.declared ?><span class="muted">declared: <?cs var:m.declared ?> eligible</span><?cs /if ?></dd></div><?cs /each ?><?cs
if:r.pace.left ?>
<div><dt>At your own pace</dt><dd><?cs if:r.pace.left == "1" ?>One chart<?cs else ?><?cs var:r.pace.left ?> charts<?cs /if ?> left, <?cs var:r.pace.hours ?> of work<?cs if:r.pace.last ?>, done by <time datetime="<?cs var:r.pace.last.iso ?>"><?cs var:r.pace.last ?></time><?cs if:r.pace.late ?> <?cs call:status("warn", "After the last day") ?><?cs /if ?><?cs /if ?></dd></div><?cs /if ?><?cs
if:r.provisional ?>
<div><dt>Your rates so far</dt><dd><a href="/rounds/<?cs var:url(r.id) ?>/provisional">Preliminary figures</a></dd></div><?cs /if ?>
</dl>
</article>
<?cs /each ?></section>

<section aria-labelledby="reports">
<h2 id="reports">Performance reports</h2>
<?cs if:subcount(reports) ?><?cs call:table_start("Performance reports", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col">Released</th><th scope="col" class="num">Charts</th></tr></thead>
<tbody><?cs each:p = reports ?>
<tr><th scope="row" data-label="Round"><a href="/reports/<?cs var:url(p.id) ?>"><?cs var:p.round_name ?></a></th><td data-label="Released"><time datetime="<?cs var:p.released_at.iso ?>"><?cs var:p.released_at.day ?></time></td><td class="num" data-label="Charts"><?cs var:p.charts.text ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("Your first report comes here two to three weeks after the end of a round that your practice took part in.", "", "") ?><?cs /if ?>
</section>
<?cs include:"layout/foot.cs" ?>
