<?cs # One measure of a report. Expects report.id, practice, round, small, row as part.cs takes it,
   history_sentence; where all practices are shown: among.{sentence,place,near_low,near_high,
   far_low,far_high,shrunken,shrunken_low,shrunken_high,weight,percentile,marked,stands} and
   funnel.{near_low,near_high,far_low,far_high,target,x,y,half,most}, .sites.N.{name,of,rate,x,y},
   .rows.N.{charts,near_low,near_high,far_low,far_high} ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/verdict.cs" ?>
<?cs call:page_head(row.number + ": " + row.title, practice + ", " + round) ?>
<div class="panel">
<p class="figure-line"><?cs if:?row.rate ?><strong class="figures"><?cs var:row.rate ?></strong>, <span class="figures"><?cs var:row.met.text ?> of <?cs var:row.of.text ?></span> charts met it<?cs if:row.lower_is_better ?>; lower is better<?cs /if ?>. The 95 % interval goes from <?cs var:row.low ?> to <?cs var:row.high ?>.<?cs else ?>No chart of yours counts in this measure, so it has no rate.<?cs /if ?></p>
<?cs if:row.small ?><p class="muted">Fewer than <?cs var:small ?> charts: do not read much into this rate.</p><?cs /if ?>
<p><?cs if:?row.national.rate ?>All practices together: <span class="figures"><?cs var:row.national.rate ?></span> of <span class="figures"><?cs var:row.national.of.text ?></span> charts. <?cs call:verdict(row.verdict) ?><?cs else ?>All practices: <?cs var:row.national.hidden ?>.<?cs /if ?></p>
<?cs if:history_sentence ?><p><?cs var:history_sentence ?></p><?cs /if ?>
<p><a href="/measures/<?cs var:url(row.number) ?>">What this measure asks for</a></p>
</div>
<?cs if:among.sentence ?><section aria-labelledby="chance">
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
<div><dt>Shrunken rate</dt><dd><span class="figures"><?cs var:among.shrunken ?></span> (<?cs var:among.shrunken_low ?> to <?cs var:among.shrunken_high ?>): your charts weigh <?cs var:among.weight ?>, all practices the rest</dd></div>
<div><dt>Percentile</dt><dd><?cs if:?among.percentile ?>Better than <?cs var:among.percentile ?> of 100 practices<?cs else ?>Too few charts to tell<?cs /if ?></dd></div>
<?cs if:among.marked ?><div><dt>The mark</dt><dd><?cs if:among.stands ?>Stands when the many measures of the report are allowed for<?cs else ?>May be one of those that chance sets among many measures<?cs /if ?></dd></div><?cs /if ?>
</dl>
</section>
<?cs else ?><?cs call:notice("info", "There is nothing to compare with here, so nothing is said about chance.") ?><?cs /if ?>
<p><a href="/reports/<?cs var:url(report.id) ?>">Back to the report</a></p>
<?cs include:"layout/foot.cs" ?>
