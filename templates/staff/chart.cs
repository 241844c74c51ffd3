<?cs # A chart for staff, to be read: its answers, and a door to ask beside each.
   chart.{number,state}, practice.name, round.name, chart_path,
   sections.N.{title,questions.N.{id,text,answer}} with what question/head.cs takes ?><?cs
include:"question/head.cs" ?>
<?cs call:page_head("Chart " + chart.number, practice.name + ", " + round.name) ?>
<p><?cs if:chart.state == "complete" ?><?cs call:status("good", "Complete") ?><?cs elif:chart.state == "ineligible" ?><?cs call:status("warn", "Not eligible") ?><?cs else ?><?cs call:status("idle", "In work") ?><?cs /if ?></p>
<?cs each:s = sections ?><section class="paper">
<h2><?cs var:s.title ?></h2>
<dl class="facts"><?cs each:q = s.questions ?>
<div id="q-<?cs var:q.id ?>"><dt><?cs var:q.text ?></dt><dd><?cs if:?q.answer ?><?cs var:q.answer ?><?cs else ?><span class="muted">not answered</span><?cs /if ?> <a class="beside-link" href="<?cs var:link(chart_path) ?>/questions/<?cs var:url(q.id) ?>">Ask<span class="visually-hidden"> about: <?cs var:q.text ?></span></a><?cs call:beside_all(q) ?></dd></div><?cs /each ?>
</dl>
</section>
<?cs /each ?>
<?cs include:"layout/foot.cs" ?>
