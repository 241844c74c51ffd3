<?cs # A chart with its answers, to print.
   chart.{id,number,title,label,state,completed_at}, round.name, printed, modules.N.title
   sections.N.{title,questions.N.{id,text,answer}}, each with what question/head.cs takes ?><?cs
include:"question/head.cs" ?>
<div class="page-head"><h1><?cs var:chart.title ?><?cs if:chart.label ?> <span class="muted"><?cs var:chart.label ?></span><?cs /if ?></h1>
<p class="lead"><?cs each:m = modules ?><?cs if:!first(m) ?>, <?cs /if ?><?cs var:m.title ?><?cs /each ?> · <?cs var:round.name ?></p></div>
<p><?cs if:chart.state == "complete" ?>Completed <time datetime="<?cs var:chart.completed_at.iso ?>"><?cs var:chart.completed_at ?></time>.<?cs elif:chart.state == "ineligible" ?>Found not eligible; it counts nowhere.<?cs else ?>Not complete.<?cs /if ?> As it stood on <time datetime="<?cs var:printed.iso ?>"><?cs var:printed ?></time>.</p>
<p class="screen-only muted">Print this page with your browser.</p>
<?cs each:s = sections ?><section class="paper">
<h2><?cs var:s.title ?></h2>
<dl class="facts"><?cs each:q = s.questions ?>
<div><dt><?cs var:q.text ?></dt><dd><?cs if:?q.answer ?><?cs var:q.answer ?><?cs else ?><span class="muted">not answered</span><?cs /if ?><?cs call:beside_all(q) ?></dd></div><?cs /each ?>
</dl>
</section>
<?cs /each ?>
<?cs include:"layout/foot.cs" ?>
