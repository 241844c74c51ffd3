<?cs # A performance report, built once by a report worker and stored; the page's frame comes
   around it later. No token and no name of a person may stand here.
   report.{id,practice,fellowship,charts,people}, report.round.{name,opens,closes}
   summary.{better,worse,same,none,chance}
   modules.N.{id,title,complete,required,below,declared,reason}
   modules.N.lines.N.{number,title,lower_is_better,parts,any_of,missing,met,of,
     rate,low,high,small}, .verdict.{words,kind,arrow},
     .national.{rate,of,hidden}, .fellowship as that, for fellowship programs only
   incomplete.N.{number,label}
   rounds.N.name, history.N.{number,title,lower_is_better,sentence,line,low,high,center},
     .past.N.{round,of,met,rate,x,y}; history_editions: an earlier round had other definitions
   and of sites what levels.cs, of peer groups what peers.cs, of the score what overall.cs expects ?><?cs
include:"layout/overall.cs" ?><?cs

def:yardstick(y) ?><?cs if:?y.rate ?><span><span class="figures"><?cs var:y.rate ?></span> <span class="muted figures">of <?cs var:y.of.text ?></span></span><?cs else ?><span class="muted"><?cs var:y.hidden ?></span><?cs /if ?><?cs /def ?><?cs

def:measure_line(row) ?>
<tr<?cs if:row.small ?> class="small-number"<?cs /if ?>><th scope="row" data-label="Measure"><a class="measure-number" href="/reports/<?cs var:url(report.id) ?>/measures/<?cs var:url(row.number) ?>"><?cs var:row.number ?></a> <?cs var:row.title ?><?cs
if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?><?cs
if:row.parts ?> <span class="tag">All of: <?cs var:row.parts ?></span><?cs elif:row.any_of ?> <span class="tag">Any of: <?cs var:row.any_of ?></span><?cs /if ?><?cs
if:row.missing ?><span class="measure-note">In <?cs var:row.missing.text ?> of these charts an answer is missing, which may make this rate look better than it is.</span><?cs /if ?></th>
<td class="num" data-label="Met of charts"><span class="figures"><?cs var:row.met.text ?> of <?cs var:row.of.text ?></span></td>
<td class="num" data-label="Your rate"><?cs if:?row.rate ?><span><strong class="figures"><?cs var:row.rate ?></strong><span class="interval figures"><?cs var:row.low.number ?>–<?cs var:row.high ?></span><?cs if:row.small ?><span class="interval">small number</span><?cs /if ?></span><?cs else ?><span class="muted">No rate</span><?cs /if ?></td>
<td class="bar-cell" data-label="At a glance"><?cs call:rate_bar(row.rate.number, row.national.rate.number, row.low.number, row.high.number) ?></td>
<td data-label="All practices"><?cs call:yardstick(row.national) ?></td><?cs if:report.fellowship ?>
<td data-label="Fellowship programs"><?cs call:yardstick(row.fellowship) ?></td><?cs /if ?>
<td data-label="Compared"><?cs call:verdict(row.verdict) ?></td></tr><?cs /def ?>

<?cs call:page_head("Performance report", report.practice + ", " + report.round.name) ?>
<p class="downloads"><span class="muted">Take it with you:</span> <a href="/reports/<?cs var:url(report.id) ?>.pdf">PDF to print</a> <a href="/reports/<?cs var:url(report.id) ?>.xlsx">Excel workbook</a> <a href="/reports/<?cs var:url(report.id) ?>.csv">CSV table</a> <a href="/reports/<?cs var:url(report.id) ?>.json">FHIR measure reports</a></p>
<div class="panel">
<p><?cs if:report.charts == "1" ?>One completed chart<?cs else ?><?cs var:report.charts.text ?> completed charts<?cs /if ?> of the round from <time datetime="<?cs var:report.round.opens.iso ?>"><?cs var:report.round.opens ?></time> to <time datetime="<?cs var:report.round.closes.iso ?>"><?cs var:report.round.closes ?></time>.<?cs if:summary.better == "0" && summary.worse == "0" && summary.same == "0" ?> There are too few other practices to compare it with.</p><?cs else ?> Beside all other practices, your rate is</p>
<ul class="verdicts">
<li><span class="status status-good"><?cs call:shape("good") ?>better</span> in <?cs var:summary.better.text ?></li>
<li><span class="status status-warn"><?cs call:shape("warn") ?>worse</span> in <?cs var:summary.worse.text ?></li>
<li><span class="status status-idle"><?cs call:shape("idle") ?>the same</span> in <?cs var:summary.same.text ?></li>
</ul><?cs /if ?><?cs if:summary.chance ?>
<p><?cs var:summary.chance ?></p><?cs /if ?>
<p><?cs if:summary.none == "1" ?>One measure has nothing to compare. <?cs elif:summary.none ?><?cs var:summary.none.text ?> measures have nothing to compare. <?cs /if ?><a href="#how">How to read this report</a></p>
</div>
<?cs if:overall.code ?><?cs call:overall_score() ?><?cs /if ?><nav class="jump" aria-label="Modules"><ul><?cs each:part = modules ?>
<li><a href="#module-<?cs var:url(part.id) ?>"><?cs var:part.title ?></a></li><?cs /each ?><?cs if:subcount(peers) ?>
<li><a href="#peers">Your peer groups</a></li><?cs /if ?><?cs if:subcount(history) ?>
<li><a href="#rounds">Your rounds side by side</a></li><?cs /if ?><?cs each:level = levels ?>
<li><a href="#level-<?cs var:level.code ?>"><?cs var:level.title ?></a></li><?cs /each ?><?cs if:report.people ?>
<li class="only-with-people"><a href="#people">Physicians and fellows</a></li><?cs /if ?>
</ul></nav>
<?cs call:rate_legend() ?>
<?cs each:part = modules ?><section aria-labelledby="module-<?cs var:part.id ?>">
<h2 id="module-<?cs var:part.id ?>"><?cs var:part.title ?></h2>
<div class="module-charts"><p>Charts completed, of those the round asks for</p><?cs call:progress(part.complete, part.required, "Charts in " + part.title) ?></div><?cs
if:?part.declared ?>
<?cs call:notice("info", "The practice declared that it has no more than " + part.declared + " eligible charts in this module: " + part.reason) ?><?cs
elif:part.below ?>
<?cs call:notice("warn", "Fewer charts than the round asks for were completed in this module. Its rates say less than they could.") ?><?cs /if ?><?cs
if:subcount(part.lines) ?>
<?cs call:table_start(part.title, "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Met of charts</th><th scope="col" class="num">Your rate</th><th scope="col">At a glance</th><th scope="col">All practices</th><?cs if:report.fellowship ?><th scope="col">Fellowship programs</th><?cs /if ?><th scope="col">Compared</th></tr></thead>
<tbody><?cs each:line = part.lines ?><?cs call:measure_line(line) ?><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><p class="empty-line">This module has no measures.</p><?cs /if ?>
</section>
<?cs /each ?><?cs if:subcount(peers) ?><?cs call:report_peers() ?><?cs /if ?><?cs if:subcount(history) ?><section aria-labelledby="rounds">
<h2 id="rounds">Your rounds side by side</h2>
<p class="reading">Your own rates over the rounds. In the plots the line across is your rate over all rounds, and the dashed lines are the limits (three standard errors) that chance alone hardly ever leaves. The sentence says whether there is a trend (Cochran-Armitage test, p below 0.05).<?cs if:history_editions ?> Some earlier rounds were scored by other measure definitions.<?cs /if ?></p>
<?cs call:table_start("Your rounds side by side", "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><?cs each:earlier = rounds ?><th scope="col" class="num"><?cs var:earlier.name ?></th><?cs /each ?><th scope="col">Over the rounds</th></tr></thead>
<tbody><?cs each:trend = history ?>
<tr><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:trend.number ?></span> <?cs var:trend.title ?><?cs if:trend.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th><?cs
each:then = trend.past ?>
<td class="num" data-label="<?cs var:then.round ?>"><?cs if:?then.rate ?><span><span class="figures"><?cs var:then.rate ?></span> <span class="muted figures"><?cs var:then.met.text ?> of <?cs var:then.of.text ?></span></span><?cs else ?><span class="muted">–</span><?cs /if ?></td><?cs /each ?>
<td data-label="Over the rounds"><div class="trend"><svg class="p-chart" viewBox="0 0 150 44" width="150" height="44" role="img" aria-label="<?cs var:trend.sentence ?>"><rect class="rate-track" x="0" y="0" width="150" height="44" rx="3"></rect><line class="p-center" x1="6" x2="144" y1="<?cs var:trend.center ?>" y2="<?cs var:trend.center ?>"></line><polyline class="p-limit" points="<?cs var:trend.low ?>"></polyline><polyline class="p-limit" points="<?cs var:trend.high ?>"></polyline><polyline class="p-line" points="<?cs var:trend.line ?>"></polyline><?cs each:then = trend.past ?><?cs if:?then.x ?><circle class="p-dot" cx="<?cs var:then.x ?>" cy="<?cs var:then.y ?>" r="3"></circle><?cs /if ?><?cs /each ?></svg><p class="muted"><?cs var:trend.sentence ?></p></div></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section>
<?cs /if ?><?cs each:level = levels ?><?cs call:report_level(level) ?><?cs /each ?><?cs
if:subcount(incomplete) ?><section aria-labelledby="incomplete">
<h2 id="incomplete">Charts that were not scored</h2>
<p>These charts were not complete when the round closed, so they are in none of the figures: <?cs each:chart = incomplete ?><?cs if:!first(chart) ?>, <?cs /if ?>number <?cs var:chart.number ?><?cs if:chart.label ?> (<?cs var:chart.label ?>)<?cs /if ?><?cs /each ?>.</p>
</section>
<?cs /if ?>
