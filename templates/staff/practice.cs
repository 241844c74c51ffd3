<?cs # One practice, for staff, and the decision about it. Expects what
   practice/head.cs does; practice.{status,status_word,status_look,status_reason,status_at},
   waiting: for how long; may_approve, may_decline, verified;
   seconds.N.{round_id,round_name,drawn,compared,coded,dates}: agreement by round;
   twins.N.{id,name,city,status_word,status_look}: others that may be the same; Form.{decision,reason}. ?><?cs
include:"layout/agreement.cs" ?><?cs
include:"practice/head.cs" ?>
<?cs call:page_head(practice.name, "") ?>
<div class="panel<?cs if:practice.status == "waiting" ?> panel-next<?cs /if ?>">
<p><?cs call:status(practice.status_look, practice.status_word) ?> <span class="muted"><?cs if:practice.status == "waiting" ?><?cs var:waiting ?><?cs else ?><time datetime="<?cs var:practice.status_at.iso ?>"><?cs var:practice.status_at ?></time><?cs /if ?></span></p><?cs
if:practice.status_reason ?>
<p class="as-typed">Reason: <?cs var:practice.status_reason ?></p><?cs /if ?><?cs
if:!verified ?>
<?cs call:notice("warn", "The corresponding physician is not verified as an active ASCO member. The practice can be approved once that is done.") ?>
<form class="post-button" method="post" action="/staff/practices/<?cs var:url(practice.id) ?>/verify"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Verify again now</button></form><?cs /if ?><?cs
if:subcount(twins) ?>
<?cs call:notice("warn", "There are other practices with this name or this corresponding physician. A practice registers once; is it one of them?") ?>
<ul><?cs each:t = twins ?>
<li><a href="/staff/practices/<?cs var:url(t.id) ?>"><?cs var:t.name ?></a>, <?cs var:t.city ?> <?cs call:status(t.status_look, t.status_word) ?></li><?cs /each ?>
</ul><?cs /if ?><?cs
if:may_approve || may_decline ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/staff/practices/<?cs var:url(practice.id) ?>/decision" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_area(Form.reason, "Reason", "Needed to decline. The mail to the practice has your words.", "3") ?>
<div class="buttons" id="f-decision"><button class="btn btn-primary" type="submit" name="decision" value="approve">Approve</button><?cs if:may_decline ?><button class="btn btn-danger" type="submit" name="decision" value="decline">Decline</button><?cs /if ?></div>
<?cs call:form_end() ?><?cs /if ?>
</div>
<?cs if:practice.status == "approved" ?><ul class="doors"><li><a href="/staff/practices/<?cs var:url(practice.id) ?>/charts">Charts, to ask about an answer</a></li><li><a href="/staff/practices/<?cs var:url(practice.id) ?>/certification">QOPI certification</a></li></ul><?cs /if ?>
<?cs call:practice_facts() ?>
<?cs if:subcount(seconds) ?><h2 id="second">Second abstraction</h2>
<?cs call:table_start("Agreement of first and second abstractions", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col" class="num">Charts drawn</th><th scope="col" class="num">Compared</th><th scope="col">Single choices, identical</th><th scope="col">Pooled kappa</th><th scope="col">Dates, identical</th><th scope="col">Dates, median difference</th></tr></thead>
<tbody><?cs each:in_round = seconds ?>
<tr><th scope="row" data-label="Round"><a href="/staff/practices/<?cs var:url(practice.id) ?>/rounds/<?cs var:url(in_round.round_id) ?>/reabstraction"><?cs var:in_round.round_name ?></a></th><td class="num" data-label="Charts drawn"><?cs var:in_round.drawn.text ?></td><td class="num" data-label="Compared"><?cs var:in_round.compared.text ?></td><td data-label="Single choices, identical"><?cs call:identical(in_round.coded) ?></td><td data-label="Pooled kappa"><?cs call:kappa(in_round.coded) ?></td><td data-label="Dates, identical"><?cs call:identical(in_round.dates) ?></td><td data-label="Dates, median difference"><?cs call:gap(in_round.dates, "days") ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /if ?>
<h2>Sites</h2>
<?cs call:sites_table() ?>
<h2>People</h2>
<?cs call:people_table() ?>
<h2>Agreements</h2>
<?cs call:signatures_table() ?>
<?cs include:"layout/foot.cs" ?>
