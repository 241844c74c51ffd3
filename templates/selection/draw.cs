<?cs # A draw, repeated for whoever audits it.
   practice   its name, where staff read it; log, the address of the log
   round.{id,name}, random, seed, reference, same
   draw.{number,last_candidate,needs,drawn_by,drawn_at,charts}
   taken.N.{place,number,label,last_visit,modules,then,again,chart_id,chart_number} ?><?cs
include:"layout/head.cs" ?>
<?cs if:practice ?><?cs call:page_head("Draw " + draw.number, practice + ", " + round.name) ?><?cs else ?><?cs call:page_head("Draw " + draw.number, round.name) ?><?cs /if ?>
<?cs if:same ?><?cs call:notice("good", "Repeated just now, this draw takes the same candidates as it did then.") ?><?cs
else ?><?cs call:notice("bad", "Repeated just now, this draw does not take the candidates that it took then. The lines that differ are marked; write to the help address below.") ?><?cs /if ?>
<dl class="facts">
<div><dt>Drawn</dt><dd><time datetime="<?cs var:draw.drawn_at.iso ?>"><?cs var:draw.drawn_at ?></time> by <?cs var:draw.drawn_by ?></dd></div>
<div><dt>Order</dt><dd><?cs if:random ?>At random<?cs else ?>By the most recent office visit, backwards from <?cs var:reference ?><?cs /if ?></dd></div>
<?cs call:fact("Seed", seed) ?>
<?cs call:fact("Candidates, by number in the log", "1 to " + draw.last_candidate) ?>
<?cs call:fact("Charts that each module lacked", draw.needs) ?>
</dl>
<?cs call:table_start("Candidates taken, in the order", "stack") ?>
<thead><tr><th scope="col" class="num">Place</th><th scope="col" class="num">Number</th><th scope="col">Label</th><th scope="col">Last visit</th><th scope="col">Modules</th><th scope="col">Chart</th><th scope="col">Repeated</th></tr></thead>
<tbody><?cs each:candidate = taken ?>
<tr><td class="num" data-label="Place"><?cs var:candidate.place ?></td><td class="num" data-label="Number"><?cs var:candidate.number ?></td><th scope="row" data-label="Label"><?cs var:candidate.label ?></th><td data-label="Last visit"><?cs if:candidate.last_visit ?><time datetime="<?cs var:candidate.last_visit.iso ?>"><?cs var:candidate.last_visit ?></time><?cs else ?>–<?cs /if ?></td><td data-label="Modules"><?cs var:candidate.modules ?></td><td data-label="Chart"><?cs if:candidate.chart_id ?><a href="/charts/<?cs var:url(candidate.chart_id) ?>">Chart <?cs var:candidate.chart_number ?></a><?cs else ?>–<?cs /if ?></td><td data-label="Repeated"><?cs if:candidate.then && candidate.again ?><?cs call:status("good", "The same") ?><?cs elif:candidate.then ?><?cs call:status("bad", "Not taken") ?><?cs else ?><?cs call:status("bad", "Only now") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
<section class="reading" aria-labelledby="how"><h2 id="how">How to repeat it yourself</h2>
<ol>
<li>Take the candidates with the numbers above that no earlier draw took, and put them in order. <?cs if:random ?>For each, start SplitMix64 with the state seed × 2<sup>32</sup> + number and take its first output; the order is by rising output.<?cs else ?>The most recent office visit up to <?cs var:reference ?> comes first; of two on the same day, the one with the smaller number.<?cs /if ?></li>
<li>Go through them once. Pass over whoever meets the <a href="<?cs if:practice ?>/staff<?cs /if ?>/rounds/<?cs var:url(round.id) ?>/criteria">criteria</a> of no module.</li>
<li>Take whoever meets those of a module that still lacks a chart (Core goes with every chart), and count the chart in each of its modules.</li>
</ol></section>
<p><a class="btn btn-plain" href="<?cs var:link(log) ?>">Back to the log</a></p>
<?cs include:"layout/foot.cs" ?>
