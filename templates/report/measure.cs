<?cs # One measure of a report. Expects report.id, practice, round, small, row as part.cs takes it,
   history_sentence; where all practices are shown: among.{sentence,place,alike,near_low,near_high,
   far_low,far_high,shrunken,shrunken_low,shrunken_high,weight,percentile,marked,stands} and
   funnel.{near_low,near_high,far_low,far_high,target,x,y,half,most}, .sites.N.{name,of,rate,x,y},
   .rows.N.{charts,near_low,near_high,far_low,far_high}. Of the charts that did not meet it: gap,
   miss_count, missing, misses.N.{count,reasons.N.{question,answer,wanted},
   charts.N.{id,number,label,detail}}. Of plans: plans.N as plan/head.cs takes them; may_plan and
   Form.{goal,owner,due} of who may make one ?><?cs
include:"plan/head.cs" ?><?cs include:"layout/verdict.cs" ?>
<?cs call:page_head(row.number + ": " + row.title, practice + ", " + round) ?>
<div class="panel">
<p class="figure-line<?cs if:row.small ?> small-number<?cs /if ?>"><?cs if:?row.rate ?><strong class="figures"><?cs var:row.rate ?></strong> <span><?cs var:row.met.text ?> of <?cs var:row.of.text ?> charts met it<?cs if:row.lower_is_better ?>; lower is better<?cs /if ?>. The 95 % interval goes from <?cs var:row.low ?> to <?cs var:row.high ?>.</span><?cs else ?>No chart of yours counts in this measure, so it has no rate.<?cs /if ?></p>
<?cs if:row.small ?><p class="muted">Fewer than <?cs var:small ?> charts: do not read much into this rate.</p><?cs /if ?>
<p><?cs if:?row.national.rate ?>All practices together: <span class="figures"><?cs var:row.national.rate ?></span> of <span class="figures"><?cs var:row.national.of.text ?></span> charts. <?cs call:verdict(row.verdict) ?><?cs else ?>All practices: <?cs var:row.national.hidden ?>.<?cs /if ?></p>
<?cs if:history_sentence ?><p><?cs var:history_sentence ?></p><?cs /if ?>
<?cs if:gap ?><p><strong><?cs var:gap ?></strong></p><?cs /if ?>
<p><a href="/measures/<?cs var:url(row.number) ?>">What this measure asks for</a></p>
</div>
<?cs if:?miss_count ?><section aria-labelledby="misses">
<h2 id="misses"><?cs if:row.lower_is_better ?>Charts that count against you<?cs else ?>Charts that did not meet it<?cs /if ?></h2>
<p class="reading"><?cs if:row.lower_is_better ?>These charts met a measure where lower is better. The answers below decided it.<?cs else ?>By the answers that decided it, the largest group first: that is where most can be gained.<?cs /if ?><?cs if:row.parts ?> A chart may miss more than one part.<?cs /if ?></p>
<?cs if:missing ?><?cs call:notice("info", "Not all charts that this report counts can be shown here.") ?><?cs /if ?><?cs each:m = misses ?>
<div class="panel">
<h3><?cs var:m.count.text ?> chart<?cs if:m.count != #1 ?>s<?cs /if ?></h3>
<dl class="facts"><?cs each:r = m.reasons ?>
<div><dt><?cs var:r.question ?></dt><dd><?cs if:r.answer ?><strong><?cs var:r.answer ?></strong><?cs else ?>As below<?cs /if ?><?cs if:!row.lower_is_better && r.wanted ?>; wanted: <?cs var:r.wanted ?><?cs /if ?></dd></div><?cs /each ?>
</dl>
<ul class="miss-charts"><?cs each:c = m.charts ?>
<li><a href="/charts/<?cs var:url(c.id) ?>"><?cs if:c.label ?><?cs var:c.label ?><?cs else ?>Chart <?cs var:c.number ?><?cs /if ?></a><?cs if:c.detail ?>: <?cs var:c.detail ?><?cs /if ?></li><?cs /each ?>
</ul>
</div><?cs /each ?>
<p class="muted">For programs: <a href="/reports/<?cs var:url(report.id) ?>/charts.json">each chart in each measure as FHIR</a>, by chart number and without labels.</p>
</section>
<?cs /if ?><?cs if:among.sentence ?><section aria-labelledby="chance">
<h2 id="chance">Difference or chance</h2>
<figure class="plot">
<svg class="funnel" viewBox="0 0 520 280" role="img" aria-label="<?cs var:among.sentence ?>">
<line class="funnel-axis" x1="44" x2="508" y1="240" y2="240"></line><line class="funnel-axis" x1="44" x2="44" y1="12" y2="240"></line>
<text x="38" y="16" text-anchor="end">100 %</text><text x="38" y="130" text-anchor="end">50 %</text><text x="38" y="244" text-anchor="end">0 %</text>
<text x="276" y="257" text-anchor="middle"><?cs var:funnel.half.text ?></text><text x="508" y="257" text-anchor="end"><?cs var:funnel.most.text ?></text><text x="276" y="275" text-anchor="middle">charts of a practice</text>
<polyline class="funnel-far" points="<?cs var:funnel.far_low ?>"></polyline><polyline class="funnel-far" points="<?cs var:funnel.far_high ?>"></polyline>
<polyline class="funnel-near" points="<?cs var:funnel.near_low ?>"></polyline><polyline class="funnel-near" points="<?cs var:funnel.near_high ?>"></polyline>
<line class="funnel-target" x1="44" x2="508" y1="<?cs var:funnel.target ?>" y2="<?cs var:funnel.target ?>"></line>
<?cs each:site = funnel.sites ?><circle class="funnel-unit" cx="<?cs var:site.x ?>" cy="<?cs var:site.y ?>" r="4"><title><?cs var:site.name ?></title></circle><?cs /each ?>
<circle class="funnel-own" cx="<?cs var:funnel.x ?>" cy="<?cs var:funnel.y ?>" r="6"></circle>
</svg>
<figcaption><?cs var:among.sentence ?> <span class="muted">The dot is your practice<?cs if:subcount(funnel.sites) ?>, the rings are its sites<?cs /if ?>; the line across is the rate of all practices, the dashed curves hold 95 % of practices by chance, the outer ones 99.8 %.</span></figcaption>
<details><summary>The plot as a table</summary>
<?cs call:table_start("Limits of chance by number of charts", "stack") ?>
<thead><tr><th scope="col" class="num">Charts</th><th scope="col" class="num">95 % limits</th><th scope="col" class="num">99.8 % limits</th></tr></thead>
<tbody><tr><th scope="row" class="num" data-label="Charts">Yours: <?cs var:row.of.text ?></th><td class="num" data-label="95 % limits"><?cs var:among.near_low ?> to <?cs var:among.near_high ?></td><td class="num" data-label="99.8 % limits"><?cs var:among.far_low ?> to <?cs var:among.far_high ?></td></tr><?cs each:at = funnel.rows ?>
<tr><th scope="row" class="num" data-label="Charts"><?cs var:at.charts.text ?></th><td class="num" data-label="95 % limits"><?cs var:at.near_low ?> to <?cs var:at.near_high ?></td><td class="num" data-label="99.8 % limits"><?cs var:at.far_low ?> to <?cs var:at.far_high ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?></details>
</figure>
<dl class="facts">
<?cs call:fact("Beside chance", among.place) ?>
<div><dt>Shrunken rate</dt><dd><span class="figures"><?cs var:among.shrunken ?></span><?cs if:among.alike ?>, the rate of all: the practices differ no more than chance makes them<?cs else ?> (<?cs var:among.shrunken_low ?> to <?cs var:among.shrunken_high ?>): your charts weigh <?cs var:among.weight ?>, all practices the rest<?cs /if ?></dd></div>
<div><dt>Percentile</dt><dd><?cs if:?among.percentile ?>Better than <?cs var:among.percentile ?> of 100 practices<?cs else ?>Too few charts to tell<?cs /if ?></dd></div>
<?cs if:among.marked ?><div><dt>The mark</dt><dd><?cs if:among.stands ?>Stands when the many measures of the report are allowed for<?cs else ?>May be one of those that chance sets among many measures<?cs /if ?></dd></div><?cs /if ?>
</dl>
</section>
<?cs else ?><?cs call:notice("info", "There is nothing to compare with here, so nothing is said about chance.") ?><?cs /if ?>
<section aria-labelledby="plans">
<h2 id="plans">What you mean to do about it</h2><?cs if:subcount(plans) ?>
<?cs call:plan_table(plans, "Improvement plans for this measure") ?>
<p><a href="/reports/plans">All plans of the practice</a></p><?cs elif:!may_plan ?>
<p class="muted">There is no improvement plan for this measure yet. The corresponding physician or an administrator of your practice can make one here.</p><?cs /if ?><?cs if:may_plan ?>
<h3 id="plan"><?cs if:subcount(plans) ?>Another plan<?cs else ?>Make an improvement plan<?cs /if ?></h3>
<p class="reading">Plan a small change, try it, look at some charts, and decide: keep, change or drop it. The plan stands here again in the next rounds, with the rate then and now.</p>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/reports/<?cs var:url(report.id) ?>/measures/<?cs var:url(row.number) ?>/plans" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:plan_fields() ?>
<?cs call:buttons("Make the plan", "", "") ?>
</form><?cs /if ?>
</section>
<p><a href="/reports/<?cs var:url(report.id) ?>">Back to the report</a></p>
<?cs include:"layout/foot.cs" ?>
