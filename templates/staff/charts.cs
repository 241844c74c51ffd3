<?cs # A practice's charts for staff: to look at one and ask about it. Expects practice.{id,name},
   charts.N.{id,number,state,round_name,answered,queries}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Charts of " + practice.name, "Open one to ask about an answer. Each look is kept in the audit log, and nothing can be changed from here.") ?>
<?cs if:subcount(charts) ?><?cs call:table_start("Charts", "stack") ?>
<thead><tr><th scope="col">Chart</th><th scope="col">Round</th><th scope="col">State</th><th scope="col" class="num">Answers</th><th scope="col" class="num">Queries not closed</th></tr></thead>
<tbody><?cs each:c = charts ?>
<tr><th scope="row" data-label="Chart"><a href="/staff/practices/<?cs var:url(practice.id) ?>/charts/<?cs var:url(c.id) ?>">Chart <?cs var:c.number ?></a></th><td data-label="Round"><?cs var:c.round_name ?></td><td data-label="State"><?cs if:c.state == "complete" ?><?cs call:status("good", "Complete") ?><?cs elif:c.state == "ineligible" ?><?cs call:status("warn", "Not eligible") ?><?cs else ?><?cs call:status("idle", "In work") ?><?cs /if ?></td><td data-label="Answers" class="num"><?cs var:c.answered ?></td><td data-label="Queries not closed" class="num"><?cs var:c.queries ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("This practice has no chart in a round whose reports are still to come.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
