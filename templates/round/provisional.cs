<?cs # A practice's own figures of an open round. round.{id,name,closes}, open, shown, charts, small,
   modules.N.{id,title,lines.N} with lines as line_show gives them ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Preliminary figures", round.name) ?><?cs
if:!open ?>
<?cs call:empty("The round is not open, so there are no preliminary figures. Figures of a closed round are in its performance report.", "/reports", "See your reports") ?><?cs
elif:!shown ?>
<?cs call:empty("In this round figures are shown with the performance report, not before.", "/rounds/" + round.id, "Back to the round") ?><?cs
elif:!subcount(modules) ?>
<?cs call:empty("There is no completed chart yet. As soon as one is complete, its measures are here.", "/rounds/" + round.id + "/charts", "See your charts") ?><?cs
else ?>
<?cs call:notice("info", "Preliminary: own charts only, no aggregate.") ?>
<p class="reading"><?cs if:charts == "1" ?>One completed chart<?cs else ?><?cs var:charts.text ?> completed charts<?cs /if ?> of your practice so far; charts that are not complete do not count. Each completed or reopened chart changes the figures until the round closes on <?cs var:round.closes ?>. Only the performance report says how you compare with others. Rates of fewer than <?cs var:small ?> charts are grey: do not read much into them.</p>
<p><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">See your charts</a></p>
<?cs each:m = modules ?><section aria-labelledby="module-<?cs var:m.id ?>">
<h2 id="module-<?cs var:m.id ?>"><?cs var:m.title ?></h2>
<?cs call:table_start(m.title, "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Met of charts</th><th scope="col" class="num">Your rate</th><th scope="col">At a glance</th></tr></thead>
<tbody><?cs each:row = m.lines ?>
<tr<?cs if:row.small ?> class="small-number"<?cs /if ?>><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:row.number ?></span> <?cs var:row.title ?><?cs if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th>
<td class="num" data-label="Met of charts"><span class="figures"><?cs var:row.met.text ?> of <?cs var:row.of.text ?></span></td>
<td class="num" data-label="Your rate"><?cs if:?row.rate ?><span><strong class="figures"><?cs var:row.rate ?></strong><span class="interval figures"><?cs var:row.low.number ?>–<?cs var:row.high ?></span><?cs if:row.small ?><span class="interval">small number</span><?cs /if ?></span><?cs else ?><span class="muted">No rate</span><?cs /if ?></td>
<td class="bar-cell" data-label="At a glance"><?cs call:rate_bar(row.rate.number, row.national.rate.number, row.low.number, row.high.number) ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section>
<?cs /each ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
