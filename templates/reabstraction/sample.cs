<?cs # The sample of a practice in a round: drawing it, who abstracts each chart, how far both agree.
   round.{id,name,is_open}, staff, practice (its name, where staff read), may_act, Csrf
   plan.{share,least,complete,take,drawn}   what a draw would take
   charts.N.{chart_id,first_id,number,label,abstractor,compared_at,state_word,state_look,waits,mine},
     charts.N.people.M.{id,name,selected}   who may abstract it
   draws.N.{number,charts,take,share,seed,drawn_by,drawn_at,same,again}
   summary.{compared,few,few_limit,one_sided}, summary.{coded,choices,dates,numbers} and
     questions.N.{text,one_sided,coded,date,number}, each as reabstraction/figures.cs takes it ?><?cs
include:"reabstraction/figures.cs" ?><?cs
include:"layout/head.cs" ?>
<?cs if:practice ?><?cs call:page_head("Second abstraction", practice + ", " + round.name) ?><?cs else ?><?cs call:page_head("Second abstraction", round.name) ?><?cs /if ?>
<?cs call:error_summary() ?>
<p class="reading">A sample of the completed charts is abstracted a second time, by somebody else who does not see the first answers. How far both agree tells how reliable the figures are. Second abstractions count nowhere else: not in the charts required, not in scores and reports.</p>
<?cs if:!plan.drawn && !plan.complete ?><?cs call:empty("No chart is complete yet: the sample is drawn from completed charts.", "", "") ?><?cs
elif:!staff ?><section class="panel<?cs if:plan.take ?> panel-next<?cs /if ?>" aria-labelledby="draw">
<h2 id="draw"><?cs if:plan.take ?>Draw the sample<?cs else ?>The sample is drawn<?cs /if ?></h2>
<p>The round asks for <?cs var:plan.share ?> % of the completed charts, at least <?cs var:plan.least ?>. <?cs if:plan.complete == "1" ?>One chart is<?cs else ?><?cs var:plan.complete.text ?> charts are<?cs /if ?> complete; the sample holds <?cs var:plan.drawn.text ?>.<?cs if:plan.take && round.is_open ?> Best draw when all your charts are complete, so that each has the same chance.<?cs /if ?></p>
<?cs if:plan.take && may_act ?><form class="post-button" method="post" action="/rounds/<?cs var:url(round.id) ?>/reabstraction/draw"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-primary" type="submit"><?cs if:plan.take == "1" ?>Draw one chart<?cs else ?>Draw <?cs var:plan.take ?> charts<?cs /if ?></button></form><?cs
elif:plan.take && round.is_open ?><p class="muted">The corresponding physician, the administrative contact or the program director of your practice draws them.</p><?cs
elif:plan.take ?><p class="muted">The round is not open, so no chart can be drawn.</p><?cs /if ?>
</section><?cs /if ?>
<?cs if:subcount(charts) ?><section aria-labelledby="sample">
<h2 id="sample">Charts of the sample</h2>
<p class="muted">Nobody sees what differs before both abstractions of a chart are complete.</p>
<?cs call:table_start("Charts of the sample", "stack") ?>
<thead><tr><th scope="col">Chart</th><?cs if:!staff ?><th scope="col">Label</th><?cs /if ?><th scope="col">Second abstraction by</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:c = charts ?>
<tr><th scope="row" data-label="Chart">Chart <?cs var:c.number ?></th><?cs if:!staff ?><td data-label="Label"><?cs if:c.label ?><?cs var:c.label ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><td data-label="Second abstraction by"><?cs if:c.abstractor ?><?cs var:c.abstractor ?><?cs else ?>–<?cs /if ?><?cs
if:subcount(c.people) ?><details<?cs if:!c.abstractor ?> open<?cs /if ?>><summary><?cs if:c.abstractor ?>Change<?cs else ?>Choose somebody<?cs /if ?><span class="visually-hidden"> for chart <?cs var:c.number ?></span></summary><form method="post" action="/rounds/<?cs var:url(round.id) ?>/reabstraction/<?cs var:url(c.chart_id) ?>/abstractor"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><label class="visually-hidden" for="by-<?cs var:c.number ?>">Who abstracts chart <?cs var:c.number ?> a second time</label><select class="form-select" id="by-<?cs var:c.number ?>" name="abstractor"><?cs each:p = c.people ?><option value="<?cs var:p.id ?>"<?cs if:p.selected ?> selected<?cs /if ?>><?cs var:p.name ?></option><?cs /each ?></select> <button class="btn btn-plain" type="submit">Choose<span class="visually-hidden"> for chart <?cs var:c.number ?></span></button></form></details><?cs
elif:may_act && !c.abstractor ?><br><span class="muted">Nobody else of your practice may abstract it: add an abstractor under <a href="/practice/people">People</a>.</span><?cs /if ?></td><td data-label="State"><?cs call:status(c.state_look, c.state_word) ?><?cs if:c.waits ?> <span class="muted">The first chart is open again.</span><?cs /if ?><?cs
if:?c.compared_at && !staff ?> <a href="/rounds/<?cs var:url(round.id) ?>/reabstraction/<?cs var:url(c.chart_id) ?>">Comparison<span class="visually-hidden"> of chart <?cs var:c.number ?></span></a><?cs elif:c.mine && !staff ?> <a href="/charts/<?cs var:url(c.chart_id) ?>">Your second abstraction<span class="visually-hidden"> of chart <?cs var:c.number ?></span></a><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs elif:staff ?><?cs call:empty("This practice has drawn no chart for a second abstraction in this round.", "", "") ?><?cs /if ?>
<?cs if:?summary.compared ?><section aria-labelledby="agreement">
<h2 id="agreement">Agreement</h2>
<?cs if:summary.few ?><?cs call:notice("info", "Charts compared so far: " + summary.compared + ". With fewer than " + summary.few_limit + " the figures can be far from the truth: read the differences, not the decimals.") ?><?cs else ?><p>Charts compared: <?cs var:summary.compared.text ?>.</p><?cs /if ?>
<dl class="facts">
<div><dt>Single choices, identical</dt><dd><?cs call:identical(summary.coded) ?></dd></div>
<div><dt>Single choices, pooled kappa</dt><dd><?cs call:kappa(summary.coded) ?></dd></div>
<div><dt>Multiple choices, identical as a whole</dt><dd><?cs call:identical(summary.choices) ?></dd></div>
<div><dt>Dates, identical</dt><dd><?cs call:identical(summary.dates) ?></dd></div>
<div><dt>Dates, median difference</dt><dd><?cs call:gap(summary.dates, "days") ?></dd></div>
<div><dt>Numbers, identical</dt><dd><?cs call:identical(summary.numbers) ?></dd></div>
</dl>
<p class="muted reading">In brackets: the 95 % interval by Wilson, and the largest difference. Kappa is Cohen's, unweighted: 1 is full agreement, 0 what chance alone would give; where all answers are the same, it is not defined. A question counts where both were asked it<?cs if:summary.one_sided ?>; <?cs var:summary.one_sided.text ?> times only one was, because an answer before it differs<?cs /if ?>. For comparison: a study of QOPI's charts found a kappa of 0.75, and 73 % of dates identical.</p>
<h3 id="questions">Question by question, least agreement first</h3>
<?cs call:table_start("Agreement by question", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">Identical</th><th scope="col">Kappa</th><th scope="col">Median difference</th><th scope="col" class="num">Asked in one only</th></tr></thead>
<tbody><?cs each:q = questions ?>
<tr><th scope="row" data-label="Question"><?cs var:q.text ?></th><td data-label="Identical"><?cs if:q.pairs ?><?cs var:q.identical.text ?> of <?cs var:q.pairs.text ?>, <?cs var:q.share ?><?cs else ?>–<?cs /if ?></td><td data-label="Kappa"><?cs if:q.coded ?><?cs if:?q.kappa ?><?cs var:q.kappa ?><?cs elif:q.pairs ?><span class="muted">not defined</span><?cs else ?>–<?cs /if ?><?cs else ?>–<?cs /if ?></td><td data-label="Median difference"><?cs if:q.date ?><?cs call:gap(q, "days") ?><?cs else ?><?cs call:gap(q, "") ?><?cs /if ?></td><td class="num" data-label="Asked in one only"><?cs if:q.one_sided ?><?cs var:q.one_sided.text ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>
<?cs if:subcount(draws) ?><section aria-labelledby="draws">
<h2 id="draws">Draws</h2>
<?cs each:d = draws ?><section class="panel" aria-labelledby="draw-<?cs var:d.number ?>">
<h3 id="draw-<?cs var:d.number ?>">Draw <?cs var:d.number ?></h3>
<p><?cs if:d.same ?><?cs call:status("good", "Repeated") ?> Drawn again just now, it takes the same charts.<?cs else ?><?cs call:status("bad", "Not repeated") ?> Drawn again just now, it takes other charts than then; write to the help address below.<?cs /if ?></p>
<dl class="facts">
<div><dt>Drawn</dt><dd><time datetime="<?cs var:d.drawn_at.iso ?>"><?cs var:d.drawn_at ?></time> by <?cs var:d.drawn_by ?></dd></div>
<?cs call:fact("From the completed charts", d.charts) ?>
<?cs call:fact("Seed", d.seed) ?>
<?cs call:fact("Charts to take", d.take) ?>
<?cs call:fact("Taken", d.again) ?>
</dl>
</section>
<?cs /each ?>
<div class="reading"><h3>How to repeat a draw yourself</h3>
<p>For each of the completed charts it was drawn from, start SplitMix64 with the state seed × 2<sup>32</sup> + number of the chart and take its first output. The charts with the smallest outputs are taken.</p></div>
</section><?cs /if ?>
<?cs if:!staff ?><p><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">Back to the charts</a></p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
