<?cs # Both abstractions of a chart, side by side.
   pair.{number,label,first_id,chart_id,abstractor,compared_at}, round.name, sample (its address),
   may_reopen, differing, agreeing, compared
   differ.N and agree.N.{question,first,second,distance} ?><?cs
include:"layout/head.cs" ?><?cs
def:both(list, caption, with_distance) ?><?cs call:table_start(caption, "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">First abstraction</th><th scope="col">Second abstraction</th><?cs if:with_distance ?><th scope="col">Difference</th><?cs /if ?></tr></thead>
<tbody><?cs each:answered = list ?>
<tr><th scope="row" data-label="Question"><?cs var:answered.question ?></th><td data-label="First abstraction"><?cs var:answered.first ?></td><td data-label="Second abstraction"><?cs var:answered.second ?></td><?cs if:with_distance ?><td data-label="Difference"><?cs call:status("warn", "Differ") ?><?cs if:?answered.distance ?> <?cs var:answered.distance ?><?cs /if ?></td><?cs /if ?></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /def ?>
<?cs call:page_head("Chart " + pair.number + ", compared", "") ?>
<p class="lead"><?cs var:round.name ?>. <?cs if:differing ?><?cs var:differing.text ?> of <?cs var:compared.text ?> questions differ<?cs else ?>All <?cs var:compared.text ?> questions agree<?cs /if ?>, as both abstractions stood on <time datetime="<?cs var:pair.compared_at.iso ?>"><?cs var:pair.compared_at ?></time>.</p>
<?cs if:differing ?><section aria-labelledby="differ">
<h2 id="differ">What differs</h2>
<?cs call:both(differ, "Questions that differ", "1") ?>
<div class="panel panel-next"><h3>Which answer stands?</h3>
<p>The first abstraction counts. Where the second is right, <?cs if:may_reopen ?>open the chart again, saying why, and correct it<?cs else ?>the chart is opened again and corrected, while the round is open<?cs /if ?>. This page keeps what was compared.</p>
<p><a class="btn btn-primary" href="/charts/<?cs var:url(pair.first_id) ?>">Go to chart <?cs var:pair.number ?></a> <a class="btn btn-quiet" href="/charts/<?cs var:url(pair.chart_id) ?>">Read the second abstraction</a></p></div>
</section><?cs else ?><?cs call:notice("good", "Both abstractions say the same throughout.") ?><?cs /if ?>
<?cs if:agreeing ?><section aria-labelledby="agree">
<h2 id="agree">What agrees</h2>
<?cs call:both(agree, "Questions that agree", "") ?>
</section><?cs /if ?>
<p><a class="btn btn-plain" href="<?cs var:link(sample) ?>">Back to the sample</a></p>
<?cs include:"layout/foot.cs" ?>
