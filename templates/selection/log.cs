<?cs # The selection log of a practice in a round.
   practice   its name, where staff read it; log, the address of this page
   round.{id,name,is_open}, can_abstract, random, seed, reference, Form, Form_errors, Csrf
   needs.N.{title,charts}   charts that a module still lacks
   candidates, coming, drawn_count, waiting_count, refused_count, shown_max
   drawn.N.{id,place,label,last_visit,modules,draw,chart_id,chart_number,chart_state,refused}
   waiting.N.{place,label,last_visit,modules,next}, refused.N.{label,why.N.{title,text}}
   draws.N.{number,drawn_by,drawn_at,charts}, reasons.N.{value,label}, cancers.N.{code,label}
   problems.N.{line,column,text}, list.{problems,wrong,clean}   of a list with mistakes
   refusing   the candidate whose reason was missing ?><?cs
include:"layout/head.cs" ?>
<?cs if:practice ?><?cs call:page_head("Chart selection", practice + ", " + round.name) ?><?cs else ?><?cs call:page_head("Chart selection", round.name) ?><?cs /if ?>
<?cs call:error_summary() ?><?cs
if:subcount(problems) ?><section aria-labelledby="problems">
<h2 id="problems">What is wrong with the list</h2>
<?cs call:table_start("Problems of the list", "stack") ?>
<thead><tr><th scope="col" class="num">Line</th><th scope="col">Column</th><th scope="col">What is wrong</th></tr></thead>
<tbody><?cs each:p = problems ?>
<tr><td class="num" data-label="Line"><?cs var:p.line.text ?></td><td data-label="Column"><?cs if:p.column ?><?cs var:p.column ?><?cs else ?>–<?cs /if ?></td><td data-label="What is wrong"><?cs var:p.text ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs
if:#list.problems > subcount(problems) ?><p class="muted">These are the first <?cs var:subcount(problems) ?> of <?cs var:list.problems.text ?> problems.</p><?cs /if ?>
</section><?cs /if ?><?cs
if:round.is_open && can_abstract && coming != "0" && !subcount(problems) ?>
<section class="panel panel-next" aria-labelledby="next">
<p class="eyebrow">What to do next</p>
<h2 id="next">Draw <?cs if:coming == "1" ?>one chart<?cs else ?><?cs var:coming.text ?> charts<?cs /if ?></h2>
<p>They are the first eligible candidates in the order, until each module has its charts or nobody is left. Each becomes a chart with its label and modules.</p>
<form class="post-button" method="post" action="/rounds/<?cs var:url(round.id) ?>/selection/draw"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-primary" type="submit">Draw and start the charts</button></form>
</section><?cs /if ?><?cs
if:round.is_open && can_abstract ?>
<section class="panel<?cs if:candidates == "0" ?> panel-next<?cs /if ?>" aria-labelledby="add">
<h2 id="add"><?cs if:candidates == "0" ?>List the patients to choose from<?cs else ?>Add or correct candidates<?cs /if ?></h2>
<p>Paste cells from a spreadsheet, or a CSV file, with column names in the first row. List every patient who may be eligible: the <a href="/rounds/<?cs var:url(round.id) ?>/criteria">selection criteria</a> are applied here. <strong>No names, record numbers or birth dates</strong>: use a label of your own.</p>
<?cs call:form_files("/rounds/" + round.id + "/selection") ?>
<?cs call:text_area(Form.list, "List", "A row for a label that is in the log already, and not drawn, takes its place.", "8") ?>
<?cs call:file_field(Form.file, "Or a file", "CSV in UTF-8, up to 1 MB. A file counts instead of the list above.", ".csv,text/csv,text/plain") ?>
<div class="buttons"><button class="btn <?cs if:coming == "0" || subcount(problems) ?>btn-primary<?cs else ?>btn-plain<?cs /if ?>" type="submit">Check and add</button><?cs
if:#list.clean > #0 ?> <button class="btn btn-plain" type="submit" name="take" value="clean">Add only the <?cs if:list.clean == "1" ?>one clean row<?cs else ?><?cs var:list.clean.text ?> clean rows<?cs /if ?></button><?cs /if ?></div>
</form>
<details class="columns-help"><summary>The columns, with an example</summary>
<p>In any order; <code>death_date</code> may be left out.</p>
<pre class="code">label,cancer_type,age_at_diagnosis,diagnosis_date,first_visit,visits,death_date
B-017,breast,61,2025-11-03,2025-12-01,2026-02-02;2026-05-12,
L-004,nsclc,72,03/18/2026,03/25/2026,03/25/2026;04/22/2026,05/30/2026</pre>
<dl class="facts">
<div><dt>label</dt><dd>Your own, with a number in it, by which your practice finds the chart</dd></div>
<div><dt>cancer_type</dt><dd><?cs each:candidate = cancers ?><?cs if:!first(candidate) ?>, <?cs /if ?><code><?cs var:candidate.code ?></code><?cs /each ?></dd></div>
<div><dt>age_at_diagnosis</dt><dd>Whole years; 90 stands for 90 and more</dd></div>
<div><dt>diagnosis_date, first_visit, death_date</dt><dd>YYYY-MM-DD or MM/DD/YYYY</dd></div>
<div><dt>visits</dt><dd>Office visits, with semicolons between them; those in the windows of the criteria are enough</dd></div>
</dl></details>
</section><?cs elif:practice ?><p class="lead">This is how the practice selected its charts. Open a draw to repeat it. <a href="/staff/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria of the round</a></p><?cs elif:!round.is_open ?><p class="lead">The round is not open, so the log can be read but not changed.</p><?cs /if ?>

<section aria-labelledby="stand">
<h2 id="stand">How it stands</h2>
<dl class="facts">
<?cs call:fact("Candidates in the log", candidates.text) ?>
<?cs call:fact("Drawn", drawn_count.text) ?>
<?cs call:fact("Eligible, not drawn", waiting_count.text) ?>
<?cs call:fact("Not eligible", refused_count.text) ?><?cs each:n = needs ?>
<div><dt><?cs var:n.title ?></dt><dd><?cs if:n.charts == "0" ?><?cs call:status("good", "Has its charts") ?><?cs elif:n.charts == "1" ?>One chart still to find<?cs else ?><?cs var:n.charts ?> charts still to find<?cs /if ?></dd></div><?cs /each ?>
<div><dt>Order</dt><dd><?cs if:random ?>At random<?cs if:seed != "0" ?>, seed <?cs var:seed ?><?cs /if ?><?cs else ?>By the most recent office visit, backwards from <?cs var:reference ?><?cs /if ?></dd></div>
</dl><?cs if:round.is_open && can_abstract ?>
<p>No more eligible patients than these? <a href="/rounds/<?cs var:url(round.id) ?>/fewer">Declare fewer eligible charts</a>.</p><?cs /if ?>
</section>

<?cs if:subcount(drawn) ?><section aria-labelledby="drawn">
<h2 id="drawn">Drawn</h2>
<?cs call:table_start("Drawn candidates, in the order", "stack") ?>
<thead><tr><th scope="col" class="num">Place</th><th scope="col">Label</th><th scope="col">Last visit</th><th scope="col">Modules</th><th scope="col">Chart</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:candidate = drawn ?>
<tr><td class="num" data-label="Place"><?cs var:candidate.place ?></td><th scope="row" data-label="Label"><?cs var:candidate.label ?></th><td data-label="Last visit"><?cs if:candidate.last_visit ?><time datetime="<?cs var:candidate.last_visit.iso ?>"><?cs var:candidate.last_visit ?></time><?cs else ?>–<?cs /if ?></td><td data-label="Modules"><?cs var:candidate.modules ?></td><td data-label="Chart"><a href="/charts/<?cs var:url(candidate.chart_id) ?>">Chart <?cs var:candidate.chart_number ?></a></td><td data-label="State"><?cs
if:candidate.refused ?><?cs call:status("warn", "Not eligible") ?> <?cs var:candidate.refused ?><?cs
else ?><?cs if:candidate.chart_state == "complete" ?><?cs call:status("good", "Complete") ?><?cs else ?><?cs call:status("idle", "In work") ?><?cs /if ?><?cs
if:round.is_open && can_abstract ?>
<details<?cs if:refusing == candidate.id ?> open<?cs /if ?>><summary>Not eligible<span class="visually-hidden">: <?cs var:candidate.label ?></span></summary>
<form class="replace" method="post" action="/rounds/<?cs var:url(round.id) ?>/selection/<?cs var:url(candidate.id) ?>/refuse"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<label for="reason-<?cs var:candidate.id ?>">Why</label> <select class="form-select" id="reason-<?cs var:candidate.id ?>" name="reason"><option value="">Choose…</option><?cs each:r = reasons ?><option value="<?cs var:r.value ?>"><?cs var:r.label ?></option><?cs /each ?></select>
<button class="btn btn-plain" type="submit">Replace it</button></form></details><?cs /if ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>

<?cs if:subcount(waiting) ?><section aria-labelledby="waiting">
<h2 id="waiting">Eligible, not drawn</h2>
<?cs call:table_start("Eligible candidates, in the order", "stack") ?>
<thead><tr><th scope="col" class="num">Place</th><th scope="col">Label</th><th scope="col">Last visit</th><th scope="col">Modules</th><th scope="col">Next draw</th></tr></thead>
<tbody><?cs each:candidate = waiting ?>
<tr><td class="num" data-label="Place"><?cs var:candidate.place ?></td><th scope="row" data-label="Label"><?cs var:candidate.label ?></th><td data-label="Last visit"><?cs if:candidate.last_visit ?><time datetime="<?cs var:candidate.last_visit.iso ?>"><?cs var:candidate.last_visit ?></time><?cs else ?>–<?cs /if ?></td><td data-label="Modules"><?cs var:candidate.modules ?></td><td data-label="Next draw"><?cs if:candidate.next ?><?cs call:status("info", "Will be drawn") ?><?cs else ?>Not needed<?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs if:#waiting_count > #shown_max ?><p class="muted">The first <?cs var:shown_max ?> of <?cs var:waiting_count.text ?>.</p><?cs /if ?>
</section><?cs /if ?>

<?cs if:subcount(refused) ?><section aria-labelledby="refused">
<h2 id="refused">Not eligible</h2>
<?cs call:table_start("Candidates that are not eligible", "stack") ?>
<thead><tr><th scope="col">Label</th><th scope="col">Why</th></tr></thead>
<tbody><?cs each:candidate = refused ?>
<tr><th scope="row" data-label="Label"><?cs var:candidate.label ?></th><td data-label="Why"><?cs each:w = candidate.why ?><?cs if:!first(w) ?>; <?cs /if ?><?cs var:w.title ?>: <?cs var:w.text ?><?cs /each ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs if:#refused_count > #shown_max ?><p class="muted">The first <?cs var:shown_max ?> of <?cs var:refused_count.text ?>.</p><?cs /if ?>
</section><?cs /if ?>

<?cs if:subcount(draws) ?><section aria-labelledby="draws">
<h2 id="draws">Draws</h2>
<?cs call:table_start("Draws", "stack") ?>
<thead><tr><th scope="col">Draw</th><th scope="col">When</th><th scope="col">By</th><th scope="col" class="num">Charts</th></tr></thead>
<tbody><?cs each:d = draws ?>
<tr><th scope="row" data-label="Draw"><a href="<?cs var:link(log) ?>/draws/<?cs var:url(d.number) ?>">Draw <?cs var:d.number ?></a></th><td data-label="When"><time datetime="<?cs var:d.drawn_at.iso ?>"><?cs var:d.drawn_at ?></time></td><td data-label="By"><?cs var:d.drawn_by ?></td><td class="num" data-label="Charts"><?cs var:d.charts ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
