<?cs # Selection criteria of a round, for staff.
   round.{id,name,state}, may_edit, reference, ordering
   Form.{reference,ordering,c_}, Form_errors, Csrf
   criteria.N.{module,title} and what layout/criteria.cs takes,
   criteria.N.numbers.N.{name,label,value,error}, criteria.N.boxes.N.{name,label,ticked} ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/criteria.cs" ?>
<?cs call:page_head("Selection criteria", round.name) ?>
<?cs if:may_edit ?>
<?cs call:error_summary() ?>
<div class="reading"><p>Practices select charts by these. They can be changed until the round opens. A 0 asks for nothing; no cancer ticked means any invasive cancer. Visits that are asked for need the months in which they were.</p></div>
<form class="form form-wide" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/criteria" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:date_field(Form.reference, "Reference date", "Windows count back from this day.") ?>
<?cs call:radio_group(Form.ordering, "Order of the draw", "") ?>
<div id="f-c_" tabindex="-1"><?cs call:field_notes(Form.c_, "") ?></div>
<?cs each:asked = criteria ?><fieldset class="panel criteria-edit"><legend><?cs var:asked.title ?></legend>
<div class="criteria-numbers"><?cs each:n = asked.numbers ?>
<div class="field<?cs if:n.error ?> field-wrong<?cs /if ?>"><label class="field-label" for="f-<?cs var:n.name ?>"><?cs var:n.label ?></label><input class="form-control field-number" type="text" inputmode="numeric" id="f-<?cs var:n.name ?>" name="<?cs var:n.name ?>" value="<?cs var:n.value ?>" autocomplete="off"<?cs if:n.error ?> aria-invalid="true" aria-describedby="f-<?cs var:n.name ?>-error"<?cs /if ?>><?cs if:n.error ?><p class="field-error" id="f-<?cs var:n.name ?>-error"><?cs call:shape("bad") ?><span><?cs var:n.error ?></span></p><?cs /if ?></div><?cs /each ?>
</div>
<fieldset class="field field-group"><legend class="field-label">Cancers</legend>
<div class="choices criteria-cancers"><?cs each:b = asked.boxes ?>
<label class="choice"><input class="form-check-input" type="checkbox" name="<?cs var:b.name ?>" value="yes"<?cs if:b.ticked ?> checked<?cs /if ?>><span><?cs var:b.label ?></span></label><?cs /each ?>
</div></fieldset>
</fieldset>
<?cs /each ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Save the criteria</button><a class="btn btn-plain" href="/staff/rounds/<?cs var:url(round.id) ?>">Back to the round</a></div>
</form><?cs
else ?>
<div class="reading"><p>The round is not planned any more: practices have read these criteria, so they stay as they are.</p>
<p>Reference date: <time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time>. Order of the draw: <?cs if:ordering == "random" ?>at random, by a seed<?cs else ?>by the most recent office visit, backwards<?cs /if ?>.</p></div>
<?cs each:asked = criteria ?><section class="panel" aria-labelledby="m-<?cs var:asked.module ?>">
<h2 id="m-<?cs var:asked.module ?>"><?cs var:asked.title ?></h2>
<?cs call:criteria_list(asked) ?>
</section>
<?cs /each ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
