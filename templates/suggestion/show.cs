<?cs # Suggestions from a patient's record: the form that takes it, and what waits.
   chart.{id,number}, round.name, may_edit, Form.{file,record}, Csrf; questions.N.{element,label,
   answer,version,suggestions.M.{id,label,source,source_date}}; asked: the one whose question has
   another answer, which was to be accepted ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Suggestions from a record", "Chart " + chart.number + ", " + round.name) ?>
<?cs call:error_summary() ?>
<ul class="doors"><li><a href="/charts/<?cs var:url(chart.id) ?>">Back to the chart</a></li></ul>
<?cs if:subcount(questions) ?><section class="panel panel-next" aria-labelledby="waiting">
<h2 id="waiting">What waits for you</h2>
<p class="reading">Look into the chart before you accept: a record may be incomplete, or speak of something else.</p>
<dl class="facts"><?cs each:q = questions ?>
<div><dt><a href="/charts/<?cs var:url(chart.id) ?>#q-<?cs var:url(q.element) ?>"><?cs var:q.label ?></a><?cs if:?q.answer ?><br><span class="muted">Answer: <?cs var:q.answer ?></span><?cs /if ?></dt><dd><?cs each:s = q.suggestions ?><?cs
if:asked == s.id ?><div class="conflict" role="group" aria-label="Two answers to this question"><p>The chart has <strong><?cs var:q.answer ?></strong>, the record suggests <strong><?cs var:s.label ?></strong>.</p>
<form class="post-button" method="post" action="/charts/<?cs var:url(chart.id) ?>/suggestions/<?cs var:url(s.id) ?>"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="replace" value="<?cs var:q.version ?>"><button class="btn btn-plain" type="submit" name="then" value="refuse">Keep the answer</button> <button class="btn btn-plain" type="submit" name="then" value="accept">Replace it</button></form></div><?cs
else ?><form class="suggestion" method="post" action="/charts/<?cs var:url(chart.id) ?>/suggestions/<?cs var:url(s.id) ?>"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><?cs call:suggestion_words(s) ?><?cs if:may_edit ?> <button class="btn btn-plain" type="submit" name="then" value="accept">Accept<span class="visually-hidden"> <?cs var:s.label ?> for: <?cs var:q.label ?></span></button> <button class="btn btn-quiet" type="submit" name="then" value="refuse">Refuse<span class="visually-hidden"> <?cs var:s.label ?> for: <?cs var:q.label ?></span></button><?cs /if ?></form><?cs /if ?><?cs /each ?></dd></div><?cs /each ?>
</dl></section>
<?cs /if ?><?cs if:may_edit ?><section class="panel<?cs if:!subcount(questions) ?> panel-next<?cs /if ?>" aria-labelledby="record">
<h2 id="record"><?cs if:subcount(questions) ?>Read another record<?cs else ?>Read a record<?cs /if ?></h2>
<p class="reading">A FHIR R4 Bundle of this one patient, as an electronic health record exports it (mCODE). It is read here for dates, codes and results, and not kept: <strong>names, numbers and addresses in it are passed over</strong>. Nothing becomes an answer before you accept it.</p>
<?cs call:form_files("/charts/" + chart.id + "/suggestions") ?>
<?cs call:file_field(Form.file, "File", "JSON, up to 16 MB.", ".json,application/json,application/fhir+json") ?>
<?cs call:text_area(Form.record, "Or paste the record", "A file counts instead.", "4") ?>
<?cs call:buttons("Read it", "/charts/" + chart.id, "Back to the chart") ?>
<?cs call:form_end() ?>
</section><?cs elif:!subcount(questions) ?><?cs call:empty("Nothing is suggested for this chart, and it can only be read now.", "/charts/" + chart.id, "Back to the chart") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
