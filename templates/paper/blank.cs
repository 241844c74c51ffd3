<?cs # The abstraction form on paper, empty.
   round.name, modules.N.title
   sections.N.{title,questions.N.{id,text,help,when,many,date,number,boxes.N}} ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Blank form", round.name) ?>
<p><?cs each:m = modules ?><?cs if:!first(m) ?>, <?cs /if ?><?cs var:m.title ?><?cs /each ?></p>
<p class="screen-only muted">Print this page with your browser. It holds every question of your modules; the form on the screen asks only those that apply.</p>
<p class="paper-head"><span>Label of your own: <span class="line"></span></span> <span>Abstracted by: <span class="line"></span></span> <span>On: <span class="line line-short"></span></span></p>
<p>No names, record numbers or contact data on this sheet.</p>
<?cs each:s = sections ?><section class="paper">
<h2><?cs var:s.title ?></h2>
<ol><?cs each:q = s.questions ?>
<li><p class="paper-question"><?cs var:q.text ?> <code><?cs var:q.id ?></code></p><?cs
if:q.when ?><p class="paper-note">Only if <code><?cs var:q.when ?></code></p><?cs /if ?><?cs
if:q.help ?><p class="paper-note"><?cs var:q.help ?></p><?cs /if ?>
<p class="paper-answer"><?cs if:q.date ?><span>Date: <span class="line line-short"></span></span> <?cs elif:q.number ?><span>Number: <span class="line line-short"></span></span> <?cs elif:q.many ?><span class="paper-note">All that apply:</span> <?cs /if ?><?cs each:b = q.boxes ?><span class="box"><?cs var:b ?></span> <?cs /each ?></p></li><?cs /each ?>
</ol>
</section>
<?cs /each ?>
<?cs include:"layout/foot.cs" ?>
