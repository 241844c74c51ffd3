<?cs # What people say beside one question of a chart, and the forms to say more. Also shown in a
   dialog of the form (static/js/chart/beside.js), which takes what is inside data-beside.
   question.{element,label,section,answer,marker,note,confirmed} and what question/head.cs takes; chart.number,
   round.name, chart_path, here, back, staff, may_write, may_ask, may_confirm; said_to: the query whose
   form was wrong; Form.{reason,finding,comment,document,page,dated,ask,say} ?><?cs
include:"question/head.cs" ?>
<div class="page-head"><p class="eyebrow"><?cs var:question.section ?></p><h1><?cs var:question.label ?></h1>
<p class="lead">Chart <?cs var:chart.number ?>, <?cs var:round.name ?>. <?cs if:?question.answer ?>Answer: <strong><?cs var:question.answer ?></strong><?cs else ?>Not answered yet.<?cs /if ?></p></div>
<ul class="doors"><li><a href="<?cs var:link(back) ?>">Back to the chart</a></li></ul>
<div class="beside reading" data-beside="<?cs var:question.element ?>" data-marker="<?cs var:question.marker ?>" data-note="<?cs var:question.note ?>" data-confirmed="<?cs var:question.confirmed ?>">
<?cs call:error_summary() ?><?cs
if:subcount(question.soft) ?><section class="panel" id="confirm" aria-labelledby="soft-title">
<h2 id="soft-title">Unlikely, but possible</h2>
<?cs each:f = question.soft ?><?cs if:f.confirmed || !may_confirm ?><?cs else ?><form class="form" method="post" action="<?cs var:link(chart_path) ?>/confirmations/<?cs var:url(question.element) ?>" novalidate>
<p><?cs call:status("warn", "Please check") ?> <?cs var:f.text ?>. If an answer is wrong, correct it in the chart; if all of it is right, say why.</p>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="finding" value="<?cs var:f.text ?>"><input type="hidden" name="answers" value="<?cs var:f.answers ?>">
<?cs if:Form.finding.value == f.text ?><?cs set:Field = "reason" ?><?cs else ?><?cs set:Field = "reason-" + name(f) ?><?cs /if ?><div class="field"><label class="field-label" for="f-<?cs var:Field ?>">Why it is right</label><input class="form-control" type="text" id="f-<?cs var:Field ?>" name="reason" maxlength="300" autocomplete="off" value="<?cs if:Form.finding.value == f.text ?><?cs var:Form.reason.value ?><?cs /if ?>"<?cs if:Form.finding.value == f.text && Form.reason.error ?> aria-invalid="true" aria-describedby="f-reason-error"<?cs /if ?>><?cs if:Form.finding.value == f.text ?><?cs call:field_notes(Form.reason, "") ?><?cs /if ?></div>
<div class="buttons"><button class="btn btn-primary" type="submit">Yes, that is right</button></div>
</form><?cs /if ?><?cs /each ?><?cs call:soft_list(question, may_confirm) ?>
</section>
<?cs /if ?><?cs
if:!staff ?><section class="panel" aria-labelledby="notes-title">
<h2 id="notes-title">Comments and evidence</h2>
<?cs if:subcount(question.remarks) ?><?cs call:remark_list(question) ?><?cs else ?><p class="muted">Nobody wrote anything here yet.</p><?cs /if ?>
<?cs if:may_write ?><form class="form" method="post" action="<?cs var:link(chart_path) ?>/remarks/<?cs var:url(question.element) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_area(Form.comment, "Comment", "", "2") ?>
<?cs call:text_field(Form.document, "Evidence: document", "Such as pathology report. No names, record numbers or birth dates, here and above.", "off", "middle") ?>
<div class="field-pair"><?cs call:text_field(Form.page, "Page", "", "off", "short") ?><?cs call:date_field(Form.dated, "Date of the document", "") ?></div>
<div class="buttons"><button class="btn btn-<?cs if:subcount(question.soft) ?>plain<?cs else ?>primary<?cs /if ?>" type="submit">Keep the note</button></div>
</form><?cs /if ?>
</section><?cs /if ?>
<section class="panel" aria-labelledby="queries-title">
<h2 id="queries-title">Queries</h2>
<?cs each:asked = question.queries ?><div class="beside-query"><?cs call:query_messages(asked) ?><?cs
if:asked.state != "closed" && may_write ?><form class="form" method="post" action="<?cs var:link(chart_path) ?>/queries/<?cs var:url(asked.id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs if:said_to == asked.id ?><?cs call:text_area(Form.say, "Write to this query", "", "2") ?><?cs else ?><div class="field"><label class="field-label" for="f-say-<?cs var:asked.id ?>"><?cs if:asked.mine ?>Say more<?cs else ?>Your answer<?cs /if ?></label><textarea class="form-control" id="f-say-<?cs var:asked.id ?>" name="say" rows="2" maxlength="1000"></textarea></div><?cs /if ?>
<div class="buttons"><button class="btn btn-plain" type="submit" name="then" value="say"><?cs if:asked.mine ?>Ask again<?cs else ?>Answer<?cs /if ?></button><?cs if:asked.mine ?><button class="btn btn-plain" type="submit" name="then" value="close">Close the query</button><?cs /if ?></div>
</form><?cs /if ?></div>
<?cs /each ?><?cs if:!subcount(question.queries) ?><p class="muted">No query on this question.</p><?cs /if ?>
<?cs if:may_ask ?><form class="form" method="post" action="<?cs var:link(here) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_area(Form.ask, "Ask about this answer", "Whoever abstracts the chart answers; you close the query when you are content.", "2") ?>
<div class="buttons"><button class="btn btn-plain" type="submit">Ask</button></div>
</form><?cs /if ?>
</section>
</div>
<?cs include:"layout/foot.cs" ?>
