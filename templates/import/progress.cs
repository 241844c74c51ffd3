<?cs # An import: waiting to be started, running (the page comes again by itself), or over.
   round.{id,name,is_open}, import.{path,seal,state,charts,wrong,made_by_name,made_at,expires_at,complete,overwrite},
   progress.{waiting,made,changed,same,skipped,completed,fresh,done}, skipped.N.{line,name,why}, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Import of charts", round.name) ?>
<section class="panel panel-next" aria-labelledby="state"><?cs
if:import.state == "running" ?>
<p class="eyebrow">Running</p>
<h2 id="state"><?cs var:progress.waiting.text ?> charts left</h2>
<?cs call:progress(progress.done, import.charts, "Charts dealt with") ?>
<p>The charts are written one hundred at a time. This page looks again by itself every two seconds; you may leave it. <a href="<?cs var:link(import.path) ?>">Look again now</a></p><?cs
elif:import.state == "shown" ?>
<p class="eyebrow">Nothing is written yet</p>
<h2 id="state">Import <?cs if:import.charts == "1" ?>one chart<?cs else ?><?cs var:import.charts.text ?> charts<?cs /if ?>?</h2>
<p><?cs var:progress.fresh.text ?> of them are new. They were checked on <time datetime="<?cs var:import.made_at.iso ?>"><?cs var:import.made_at ?></time> and wait until <time datetime="<?cs var:import.expires_at.iso ?>"><?cs var:import.expires_at ?></time>; each is looked at again when it is written.<?cs if:import.complete ?> Charts without any finding are completed.<?cs /if ?></p><?cs if:round.is_open ?>
<div class="buttons">
<form class="post-button" method="post" action="<?cs var:link(import.path) ?>/start"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="seal" value="<?cs var:import.seal ?>"><button class="btn btn-primary" type="submit">Import <?cs if:import.charts == "1" ?>the chart<?cs else ?>the charts<?cs /if ?></button></form>
<?cs call:post_button(import.path + "/drop", "Discard", "plain") ?>
</div><?cs /if ?><?cs
else ?>
<p class="eyebrow"><?cs if:import.state == "done" ?>Done<?cs else ?>Stopped<?cs /if ?></p>
<h2 id="state"><?cs if:import.state == "done" ?>The import is done<?cs else ?>The round was closed before the import was done<?cs /if ?></h2>
<p><a class="btn btn-primary" href="/rounds/<?cs var:url(round.id) ?>/charts">See the charts</a></p><?cs
/if ?>
</section>
<?cs if:import.state != "shown" ?><section aria-labelledby="result">
<h2 id="result">What came of the charts</h2>
<dl class="facts">
<?cs call:fact("Made", progress.made.text) ?>
<?cs call:fact("Got answers", progress.changed.text) ?>
<?cs call:fact("Completed", progress.completed.text) ?>
<?cs call:fact("Nothing new", progress.same.text) ?>
<?cs call:fact("Skipped", progress.skipped.text) ?><?cs if:progress.waiting != "0" ?>
<?cs call:fact("Not written", progress.waiting.text) ?><?cs /if ?>
<?cs call:fact("Rows with errors, not taken", import.wrong.text) ?>
<div><dt>Checked</dt><dd><time datetime="<?cs var:import.made_at.iso ?>"><?cs var:import.made_at ?></time> by <?cs var:import.made_by_name ?></dd></div>
</dl>
</section><?cs /if ?><?cs
if:subcount(skipped) ?><section aria-labelledby="skipped">
<h2 id="skipped">Skipped</h2>
<?cs call:table_start("Charts that were skipped", "stack") ?>
<thead><tr><th scope="col" class="num">Row</th><th scope="col">Chart</th><th scope="col">Why</th></tr></thead>
<tbody><?cs each:s = skipped ?>
<tr><td class="num" data-label="Row"><?cs var:s.line ?></td><td data-label="Chart"><?cs var:s.name ?></td><td data-label="Why"><?cs var:s.why ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
