<?cs # A round's charts of the practice. Expects round.{id,name,closes,is_open},
   charts.N.{id,number,label,state,answered,changed_at,completed_at,abstractor,queries},
   seconds.N.{chart_id,number,label,state_word,state_look}: the visitor's own second abstractions,
   fellows.N.{name,complete,open}, charts_a_fellow, can_abstract,
   modules.N.{module,title,core,ticked,required,complete,open}, Form.{label,treating}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Charts", "") ?>
<p class="lead"><?cs var:round.name ?><?cs if:round.is_open ?>, open for abstraction until <time datetime="<?cs var:round.closes.iso ?>"><?cs var:round.closes ?></time><?cs else ?>. The round is not open, so charts can be read but not changed<?cs /if ?>.</p>
<?cs call:error_summary() ?>
<ul class="doors">
<li><a href="/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/selection">Selection log and draw</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/form">Blank form on paper</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/reabstraction">Second abstraction</a></li>
</ul>
<section class="panel">
<h2>Progress</h2>
<dl class="facts"><?cs each:m = modules ?><div><dt><?cs var:m.title ?></dt><dd><?cs call:progress(m.complete, m.required, m.title) ?></dd></div><?cs /each ?></dl>
</section>
<?cs if:subcount(fellows) ?><section class="panel" aria-labelledby="fellows">
<h2 id="fellows">Charts of each fellow</h2>
<dl class="facts"><?cs each:f = fellows ?><div><dt><?cs var:f.name ?></dt><dd><?cs call:progress(f.complete, charts_a_fellow, f.name) ?><?cs if:f.open ?><span class="muted"><?cs var:f.open ?> more begun</span><?cs /if ?></dd></div><?cs /each ?></dl>
</section><?cs /if ?>
<?cs if:round.is_open ?>
<section class="panel panel-next">
<h2>Next chart</h2>
<form class="form" method="post" action="/rounds/<?cs var:url(round.id) ?>/charts" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<fieldset class="field field-group"><legend class="field-label">Modules this chart is eligible for</legend>
<div class="choices choices-row"><?cs each:m = modules ?><label class="choice"><input class="form-check-input" type="checkbox" name="module_<?cs var:m.module ?>" value="yes"<?cs if:m.ticked ?> checked<?cs /if ?><?cs if:m.core ?> disabled<?cs /if ?>><span><?cs var:m.title ?></span></label><?cs /each ?></div>
<p class="field-help">Core applies to every chart. A chart counts in each module it is eligible for.</p></fieldset>
<?cs call:text_field(Form.label, "Your own label", "So that your practice finds the chart again, such as B-017. No names, record numbers or birth dates.", "off", "short") ?>
<?cs call:select_field(Form.treating, "Treating physician or fellow", "Fellows may not abstract charts of their own patients; others are warned.") ?>
<?cs call:buttons("Start a chart", "", "") ?>
</form>
</section>
<?cs /if ?>
<?cs if:subcount(seconds) ?><section aria-labelledby="seconds">
<h2 id="seconds">Second abstractions</h2>
<p class="muted">You abstract these charts a second time, without the first answers. They count nowhere but in the comparison.</p>
<?cs call:table_start("Your second abstractions", "stack") ?>
<thead><tr><th scope="col">Chart</th><th scope="col">Label</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:c = seconds ?>
<tr><td data-label="Chart"><a href="/charts/<?cs var:url(c.chart_id) ?>">Chart <?cs var:c.number ?>, second abstraction</a></td><td data-label="Label"><?cs if:c.label ?><?cs var:c.label ?><?cs else ?>–<?cs /if ?></td><td data-label="State"><?cs call:status(c.state_look, c.state_word) ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
</section><?cs /if ?>
<section>
<h2>All charts</h2>
<?cs if:subcount(charts) ?><?cs call:table_start("Charts of this round", "stack") ?>
<thead><tr><th scope="col">Chart</th><th scope="col">Label</th><th scope="col">State</th><th scope="col">Abstracted by</th><th scope="col" class="num">Answers</th><th scope="col">Last change</th></tr></thead>
<tbody><?cs each:c = charts ?>
<tr><td data-label="Chart"><a href="/charts/<?cs var:url(c.id) ?>">Chart <?cs var:c.number ?></a></td><td data-label="Label"><?cs if:c.label ?><?cs var:c.label ?><?cs else ?>–<?cs /if ?></td><td data-label="State"><?cs if:c.state == "complete" ?><?cs call:status("good", "Complete") ?><?cs elif:c.state == "ineligible" ?><?cs call:status("warn", "Not eligible") ?><?cs else ?><?cs call:status("idle", "In work") ?><?cs /if ?><?cs if:c.queries ?><br><?cs call:status("warn", "Open queries: " + c.queries) ?><?cs /if ?></td><td data-label="Abstracted by"><?cs if:c.abstractor ?><?cs var:c.abstractor ?><?cs else ?>–<?cs /if ?><?cs if:round.is_open && can_abstract && c.state == "open" ?> <a href="/charts/<?cs var:url(c.id) ?>/people">Change<span class="visually-hidden"> who abstracts chart <?cs var:c.number ?></span></a><?cs /if ?></td><td data-label="Answers" class="num"><?cs var:c.answered ?></td><td data-label="Last change"><?cs if:c.changed_at ?><time datetime="<?cs var:c.changed_at.iso ?>"><?cs var:c.changed_at ?></time><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("No charts yet. Choose one by the round's selection criteria and start it above.", "", "") ?><?cs /if ?>
</section>
<?cs include:"layout/foot.cs" ?>
