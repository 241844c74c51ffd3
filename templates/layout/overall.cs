<?cs # The Overall Quality Score of a report: overall.{verdict,kind,sentence,rate,formula,method},
   overall.parts.N.{number,title,lower_is_better,few,met,of,rate} ?><?cs
include:"layout/peers.cs" ?><?cs

def:overall_share(p) ?><?cs if:p.few ?><span class="muted">Too few charts to count</span><?cs else ?><?cs var:p.rate ?><?cs /if ?><?cs /def ?><?cs

def:overall_score() ?><section class="panel overall" aria-labelledby="overall">
<h2 id="overall">Overall Quality Score</h2>
<p class="figure-line"><?cs if:?overall.rate ?><strong class="figures"><?cs var:overall.rate ?></strong> <?cs /if ?><?cs call:status(overall.kind, overall.verdict) ?> <span><?cs var:overall.sentence ?></span></p>
<details><summary><?cs if:subcount(overall.parts) == "1" ?>The certification measure<?cs else ?>The <?cs var:subcount(overall.parts) ?> certification measures<?cs /if ?> behind it (<?cs var:overall.formula ?>)</summary>
<p class="reading"><?cs var:overall.method ?></p>
<?cs call:table_start("Measures of the Overall Quality Score", "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Did well, of charts</th><th scope="col" class="num">Share</th></tr></thead>
<tbody><?cs each:p = overall.parts ?>
<tr><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:p.number ?></span> <?cs var:p.title ?><?cs if:p.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th><td class="num figures" data-label="Did well, of charts"><?cs var:p.met.text ?> of <?cs var:p.of.text ?></td><td class="num figures" data-label="Share"><?cs call:overall_share(p) ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?></details>
</section>
<?cs /def ?>
