<?cs # What waits for ASCO staff.
   waiting.{practices,dead_jobs,unfinished_jobs}
   rounds.N.{id,name,opens,closes,reports_expected,practices,charts,reports,why}
                     why: open, overdue, closes_soon, scoring or late ?><?cs
include:"layout/head.cs" ?><?cs
def:count_card(n, one, many, href, label) ?><div class="card-plain"><p class="card-kind"><?cs if:n == "1" ?><?cs var:one ?><?cs else ?><?cs var:many ?><?cs /if ?></p><h3><?cs var:n ?></h3><p><a href="<?cs var:link(href) ?>"><?cs var:label ?></a></p></div>
<?cs /def ?>
<?cs call:page_head("Dashboard", "What waits for ASCO staff") ?>
<section aria-labelledby="waiting">
<h2 id="waiting" class="visually-hidden">Waiting</h2>
<?cs if:waiting.practices ?><section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next"><?cs if:waiting.practices == "1" ?>One practice waits<?cs else ?><?cs var:waiting.practices ?> practices wait<?cs /if ?> for approval</h2>
<p>New practices expect an answer within two business days.</p>
<a class="btn btn-primary" href="/staff/practices">Look at them</a>
</section>
<?cs /if ?><div class="cards">
<?cs call:count_card(waiting.practices, "practice waits for approval", "practices wait for approval", "/staff/practices", "Practices") ?><?cs
call:count_card(waiting.dead_jobs, "job was given up", "jobs were given up", "/staff/jobs", "Jobs") ?><?cs
call:count_card(waiting.unfinished_jobs, "job waits or runs", "jobs wait or run", "/staff/jobs", "Jobs") ?></div>
</section>

<section aria-labelledby="rounds">
<h2 id="rounds">Rounds that need a look</h2>
<?cs if:!subcount(rounds) ?><?cs call:empty("No round needs opening or closing in the next two weeks.", "/staff/rounds", "All rounds") ?><?cs else ?><?cs
call:table_start("Rounds that need a look", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col">What is due</th><th scope="col" class="num">Practices</th><th scope="col" class="num">Charts done</th><th scope="col">Reports built</th></tr></thead>
<tbody><?cs each:r = rounds ?>
<tr><th scope="row" data-label="Round"><a href="/staff/rounds/<?cs var:url(r.id) ?>"><?cs var:r.name ?></a></th>
<td data-label="What is due"><?cs if:r.why == "open" ?><?cs call:status("warn", "To be opened") ?> since <?cs var:r.opens ?><?cs
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
