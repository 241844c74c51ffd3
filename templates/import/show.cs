<?cs # Import of charts into a round, and what a check found.
   round.{id,name}, modules.N.{module,title,core,ticked}, Form.{source,file,list,overwrite,complete},
   Form_errors, Csrf, imports.N.{id,made_by,made_at,format,charts,state}
   found.{rows,clean,wrong,fresh,changed,same,complete,soft,unanswered,problems,conflicts}   of a check
   problems.N.{line,chart,column,value,text}, import.{path,seal,complete,expires_at} what it kept ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Import charts", round.name) ?>
<?cs call:error_summary() ?><?cs
if:?found.rows ?><section class="panel<?cs if:import.path ?> panel-next<?cs /if ?>" aria-labelledby="found">
<p class="eyebrow">Dry run: nothing is written yet</p>
<h2 id="found"><?cs if:found.wrong == "0" ?>All <?cs var:found.rows.text ?> charts of the file are clean<?cs else ?><?cs var:found.wrong.text ?> of <?cs var:found.rows.text ?> charts have errors<?cs /if ?></h2>
<dl class="facts">
<div><dt>New charts</dt><dd><?cs var:found.fresh.text ?></dd></div>
<div><dt>Answers for charts that are there</dt><dd><?cs var:found.changed.text ?></dd></div>
<div><dt>Nothing new</dt><dd><?cs var:found.same.text ?></dd></div>
<div><dt>Ready to be completed</dt><dd><?cs var:found.complete.text ?></dd></div><?cs if:found.soft != "0" ?>
<div><dt>With something to confirm</dt><dd><?cs var:found.soft.text ?></dd></div><?cs /if ?><?cs if:found.unanswered != "0" ?>
<div><dt>With questions still open</dt><dd><?cs var:found.unanswered.text ?></dd></div><?cs /if ?>
</dl><?cs
if:import.path ?>
<p>What was wrong is not kept. The clean charts wait here until <time datetime="<?cs var:import.expires_at.iso ?>"><?cs var:import.expires_at ?></time>; when they are imported, each is looked at again, and what somebody changed meanwhile is left alone.<?cs if:import.complete ?> Charts without any finding are completed.<?cs else ?> They stay open until somebody completes them.<?cs /if ?></p>
<div class="buttons">
<form class="post-button" method="post" action="<?cs var:link(import.path) ?>/start"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="seal" value="<?cs var:import.seal ?>"><button class="btn btn-primary" type="submit">Import the <?cs if:found.clean == "1" ?>one clean chart<?cs else ?><?cs var:found.clean.text ?> clean charts<?cs /if ?></button></form>
<?cs call:post_button(import.path + "/drop", "Discard", "plain") ?>
</div><?cs elif:found.wrong == "0" ?>
<p>Every answer of the file is in the charts already, so there is nothing to import.</p><?cs else ?>
<p>Correct the file by the list below and check it again.</p><?cs /if ?>
</section><?cs
if:subcount(problems) ?><section aria-labelledby="problems">
<h2 id="problems">What is wrong</h2><?cs if:found.conflicts ?>
<p class="reading">Where a chart has another answer than the file, somebody answered otherwise. Correct the file, or tick “Replace answers” below and check it again.</p><?cs /if ?>
<?cs call:table_start("Problems of the file", "stack problem-table") ?>
<thead><tr><th scope="col" class="num">Row</th><th scope="col">Chart</th><th scope="col">Column</th><th scope="col">Value</th><th scope="col">What is wrong</th></tr></thead>
<tbody><?cs each:p = problems ?>
<tr><td class="num" data-label="Row"><?cs var:p.line ?></td><td data-label="Chart"><?cs if:p.chart ?><?cs var:p.chart ?><?cs else ?>–<?cs /if ?></td><td data-label="Column"><?cs if:p.column ?><?cs var:p.column ?><?cs else ?>–<?cs /if ?></td><td data-label="Value"><?cs if:p.value ?><?cs var:p.value ?><?cs else ?>–<?cs /if ?></td><td data-label="What is wrong"><?cs var:p.text ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs
if:#found.problems > subcount(problems) ?><p class="muted">These are the first <?cs var:subcount(problems) ?> of <?cs var:found.problems.text ?> problems.</p><?cs /if ?>
</section><?cs /if ?><?cs /if ?>
<section class="panel<?cs if:!import.path ?> panel-next<?cs /if ?>" aria-labelledby="check">
<h2 id="check"><?cs if:?found.rows ?>Check a file again<?cs else ?>Check a file<?cs /if ?></h2>
<p class="reading">The first row names the columns, each row below is a chart. You see first what would come of it. <strong>No names, record numbers or birth dates as labels</strong>, and no columns but those of the template.</p>
<?cs call:form_files("/rounds/" + round.id + "/import") ?>
<?cs call:radio_group(Form.source, "What it is", "") ?>
<?cs call:file_field(Form.file, "File", "CSV, XLSX or JSON, up to 16 MB and 20,000 charts.", ".csv,.xlsx,.txt,.json,.ndjson,text/csv") ?>
<?cs call:text_area(Form.list, "Or paste rows", "Cells copied from a spreadsheet, or CSV. A file counts instead.", "5") ?>
<fieldset class="field field-group"><legend class="field-label">Modules of new charts</legend>
<div class="choices choices-row"><?cs each:m = modules ?><label class="choice"><input class="form-check-input" type="checkbox" name="module_<?cs var:m.module ?>" value="yes"<?cs if:m.ticked ?> checked<?cs /if ?><?cs if:m.core ?> disabled<?cs /if ?>><span><?cs var:m.title ?></span></label><?cs /each ?></div>
<p class="field-help">For rows that do not say it themselves. Charts that are there keep their modules.</p></fieldset>
<?cs call:agree_box(Form.overwrite, "Replace answers that differ from the file", "Without it, a row that differs from an answer in an open chart is shown as an error. Empty cells never change anything.") ?>
<?cs call:agree_box(Form.complete, "Complete charts that are complete", "Those where nothing is missing and nothing has to be confirmed.") ?>
<?cs call:buttons("Check", "/rounds/" + round.id + "/charts", "Back to the charts") ?>
<?cs call:form_end() ?>
</section>
<section aria-labelledby="columns">
<h2 id="columns">The columns</h2>
<ul class="doors">
<li><a href="/rounds/<?cs var:url(round.id) ?>/template.xlsx">Empty template with the dictionary (XLSX)</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/template.csv">Empty template (CSV)</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/redcap.csv">Data dictionary for REDCap</a></li>
</ul>
<dl class="facts">
<div><dt>chart_id</dt><dd>The label of the chart, your own, with a number in it. A chart that has it already gets the answers; otherwise a new one is made.</dd></div>
<div><dt>chart_modules</dt><dd>Modules of a new chart with semicolons between, such as <code>CORE;BREAST</code>. May be left out.</dd></div>
<div><dt>one for each question</dt><dd>Codes of the dictionary; several with semicolons between; dates as YYYY-MM-DD or as dates of the spreadsheet; <code>not_documented</code> or <code>unknown</code> where the question allows it.</dd></div>
</dl>
</section><?cs
if:subcount(imports) ?><section aria-labelledby="imports">
<h2 id="imports">Imports so far</h2>
<?cs call:table_start("Imports so far", "stack") ?>
<thead><tr><th scope="col">When</th><th scope="col">By</th><th scope="col">Format</th><th scope="col" class="num">Charts</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:i = imports ?>
<tr><th scope="row" data-label="When"><a href="/rounds/<?cs var:url(round.id) ?>/imports/<?cs var:url(i.id) ?>"><time datetime="<?cs var:i.made_at.iso ?>"><?cs var:i.made_at ?></time></a></th><td data-label="By"><?cs var:i.made_by ?></td><td data-label="Format"><?cs if:i.format == "redcap" ?>REDCap<?cs elif:i.format == "fhir" ?>FHIR<?cs elif:i.format == "xlsx" ?>XLSX<?cs else ?>CSV<?cs /if ?></td><td class="num" data-label="Charts"><?cs var:i.charts.text ?></td><td data-label="State"><?cs if:i.state == "done" ?><?cs call:status("good", "Done") ?><?cs elif:i.state == "running" ?><?cs call:status("info", "Running") ?><?cs elif:i.state == "stopped" ?><?cs call:status("warn", "Stopped") ?><?cs else ?><?cs call:status("idle", "Waits for you") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
