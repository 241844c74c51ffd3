<?cs # What waits for ASCO staff.
   waiting.{practices,dead_jobs,unfinished_jobs,answered_queries}
   due.{id,name,why,registers,opens,closes}   a round that should have been opened or closed by now
   rounds.N.{id,name,opens,closes,reports_expected,practices,charts,reports,why}
                     why: sign_up, open, overdue, closes_soon, scoring or late ?><?cs
include:"layout/head.cs" ?><?cs
def:count_card(what, n, href, label) ?><div class="card-plain"><p class="card-kind"><?cs var:what ?></p><h3><?cs var:n ?></h3><p><a href="<?cs var:link(href) ?>"><?cs var:label ?></a></p></div>
<?cs /def ?>
<?cs call:page_head("Dashboard", "What waits for ASCO staff") ?>
<section class="panel panel-next" aria-labelledby="next">
<?cs if:waiting.practices ?><p class="eyebrow">What to do next</p>
<h2 id="next"><?cs if:waiting.practices == "1" ?>One practice waits<?cs else ?><?cs var:waiting.practices ?> practices wait<?cs /if ?> for approval</h2>
<p>New practices expect an answer within two business days.</p>
<a class="btn btn-primary" href="/staff/practices">Look at them</a><?cs
elif:due.id ?><p class="eyebrow">What to do next</p>
<h2 id="next"><?cs if:due.why == "overdue" ?>Close <?cs elif:due.why == "sign_up" ?>Open sign-up for <?cs else ?>Open <?cs /if ?><?cs var:due.name ?></h2>
<p><?cs if:due.why == "overdue" ?>Its last day was <?cs var:due.closes ?>.<?cs elif:due.why == "sign_up" ?>The first day of sign-up was <?cs var:due.registers ?>.<?cs else ?>Its first day was <?cs var:due.opens ?>.<?cs /if ?></p>
<a class="btn btn-primary" href="/staff/rounds/<?cs var:url(due.id) ?>">See the round</a><?cs
elif:waiting.dead_jobs ?><p class="eyebrow">What to do next</p>
<h2 id="next"><?cs if:waiting.dead_jobs == "1" ?>One job was<?cs else ?><?cs var:waiting.dead_jobs ?> jobs were<?cs /if ?> given up</h2>
<p>The reason stands beside each; they can be run again.</p>
<a class="btn btn-primary" href="/staff/jobs">Look at them</a><?cs
else ?><h2 id="next">Nothing waits for you</h2>
<p>No practice waits for approval, and no round has to be opened or closed.</p><?cs
/if ?></section>
<div class="cards">
<?cs call:count_card("Practices that wait for approval", waiting.practices, "/staff/practices", "Practices") ?><?cs
call:count_card("Queries answered by practices", waiting.answered_queries, "/staff/queries", "Queries") ?><?cs
call:count_card("Jobs that were given up", waiting.dead_jobs, "/staff/jobs", "Jobs") ?><?cs
call:count_card("Jobs that wait or run", waiting.unfinished_jobs, "/staff/jobs", "Jobs") ?></div>

<section aria-labelledby="rounds">
<h2 id="rounds">Rounds that need a look</h2>
<?cs if:!subcount(rounds) ?><?cs call:empty("No round needs opening or closing in the next two weeks.", "/staff/rounds", "All rounds") ?><?cs else ?><?cs
call:table_start("Rounds that need a look", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col">What is due</th><th scope="col" class="num">Practices</th><th scope="col" class="num">Charts done</th><th scope="col">Reports built</th></tr></thead>
<tbody><?cs each:r = rounds ?>
<tr><th scope="row" data-label="Round"><a href="/staff/rounds/<?cs var:url(r.id) ?>"><?cs var:r.name ?></a></th>
<td data-label="What is due"><?cs if:r.why == "sign_up" ?><?cs call:status("warn", "Sign-up to be opened") ?> since <?cs var:r.registers ?><?cs
elif:r.why == "open" ?><?cs call:status("warn", "To be opened") ?> since <?cs var:r.opens ?><?cs
elif:r.why == "overdue" ?><?cs call:status("bad", "To be closed") ?> since <?cs var:r.closes ?><?cs
elif:r.why == "closes_soon" ?><?cs call:status("info", "Closes soon") ?> after <?cs var:r.closes ?><?cs
elif:r.why == "late" ?><?cs call:status("bad", "Reports are late") ?> expected by <?cs var:r.reports_expected ?><?cs
else ?><?cs call:status("info", "Being scored") ?> reports expected by <?cs var:r.reports_expected ?><?cs /if ?></td>
<td class="num" data-label="Practices"><?cs var:r.practices.text ?></td><td class="num" data-label="Charts done"><?cs var:r.charts.text ?></td>
<td data-label="Reports built"><?cs if:r.why == "scoring" || r.why == "late" ?><?cs call:progress(r.reports, r.practices, "Reports built") ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /if ?>
</section>
<?cs include:"layout/foot.cs" ?>
