<?cs # The worksheet of a round's selection criteria, to read and to print.
   round.{id,name,state}, reference, ordering, entered
   criteria.N.{module,title,required} and what layout/criteria.cs takes ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/criteria.cs" ?>
<?cs call:page_head("Selection criteria", round.name) ?>
<div class="reading">
<p>A chart takes part if its patient meets all points of at least one module. It counts in each module whose points it meets; Core goes with every chart.</p>
<p>All windows count back from the reference date, <strong><time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time></strong>. Visits are office visits to your practice; later ones do not count.</p>
<p><?cs if:ordering == "random" ?>Charts are drawn at random from all eligible patients, by a seed that is kept, so that the draw can be repeated.<?cs else ?>Take eligible charts in the order of the most recent office visit, backwards from the reference date, until each module has its number. Leave none out.<?cs /if ?></p>
</div>
<?cs each:asked = criteria ?><section class="panel" aria-labelledby="m-<?cs var:asked.module ?>">
<h2 id="m-<?cs var:asked.module ?>"><?cs var:asked.title ?></h2><?cs if:?asked.required ?>
<p>Charts required of your practice: <strong><?cs var:asked.required ?></strong></p><?cs /if ?>
<?cs call:criteria_list(asked) ?>
</section>
<?cs /each ?>
<section class="paper-only" aria-labelledby="notes"><h2 id="notes">Charts considered</h2>
<table class="table data ruled"><caption class="visually-hidden">Charts considered</caption><thead><tr><th scope="col">Your label</th><th scope="col">Last visit</th><th scope="col">Modules</th><th scope="col">Not eligible because</th></tr></thead>
<tbody><?cs loop:i = #1, #14, #1 ?><tr><td> </td><td> </td><td> </td><td> </td></tr><?cs /loop ?></tbody></table></section><?cs if:entered ?>
<p class="buttons"><a class="btn btn-primary" href="/rounds/<?cs var:url(round.id) ?>/selection">Select charts by these criteria</a> <a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">All charts</a></p><?cs /if ?>
<p class="muted screen-only">Print this page for a worksheet with empty lines.</p>
<?cs include:"layout/foot.cs" ?>
