<?cs # Queries of ASCO staff that are not closed. Expects
   queries.N.{element,question,state,asked_at,name,practice_id,practice,chart_id,number,round_name}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Queries", "What ASCO staff asked about charts and have not closed, the answered ones first.") ?>
<?cs if:subcount(queries) ?><?cs call:table_start("Queries", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">Question</th><th scope="col">State</th><th scope="col">Asked by</th><th scope="col">Asked</th></tr></thead>
<tbody><?cs each:q = queries ?>
<tr><th scope="row" data-label="Practice"><?cs var:q.practice ?>, chart <?cs var:q.number ?><br><span class="muted"><?cs var:q.round_name ?></span></th><td data-label="Question"><a href="/staff/practices/<?cs var:url(q.practice_id) ?>/charts/<?cs var:url(q.chart_id) ?>/questions/<?cs var:url(q.element) ?>"><?cs var:q.question ?></a></td><td data-label="State"><?cs if:q.state == "answered" ?><?cs call:status("info", "Answered") ?><?cs else ?><?cs call:status("warn", "Open") ?><?cs /if ?></td><td data-label="Asked by"><?cs var:q.name ?></td><td data-label="Asked"><time datetime="<?cs var:q.asked_at.iso ?>"><?cs var:q.asked_at.day ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("No query of ASCO staff is open. Ask about an answer on the page of a practice's chart.", "/staff/practices", "Practices") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
