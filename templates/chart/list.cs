<?cs # A round's charts of the practice. Expects round.{id,name,closes,is_open},
   charts.N.{id,number,label,state,answered,changed_at,completed_at,abstractor,site,physician,queries},
   without_site, filtered, filter.{sites,physicians}.N.{value,label,selected},
   fellows.N.{name,complete,open}, charts_a_fellow, can_abstract, several_sites, some_physicians,
   physicians.N.{name,next,title,complete,open}, charts_a_physician: a row a physician and module,
   seconds.N.{chart_id,number,label,state_word,state_look}: the visitor's own second abstractions,
   modules.N.{module,title,core,ticked,required,complete,open}, Form.{label,site,physician}. ?><?cs
include:"layout/head.cs" ?><?cs
def:filter_select(name, label, choices) ?><label class="filter-field"><span><?cs var:label ?></span><select class="form-select" name="<?cs var:name ?>"><option value="">All</option><?cs each:o = choices ?>
<option value="<?cs var:o.value ?>"<?cs if:o.selected ?> selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?>
</select></label><?cs /def ?>
<?cs call:page_head("Charts", "") ?>
<p class="lead"><?cs var:round.name ?><?cs if:round.is_open ?>, open for abstraction until <time datetime="<?cs var:round.closes.iso ?>"><?cs var:round.closes ?></time><?cs else ?>. The round is not open, so charts can be read but not changed<?cs /if ?>.</p>
<?cs call:error_summary() ?>
<ul class="doors">
<li><a href="/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/selection">Selection log and draw</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/form">Blank form on paper</a></li>
<li><a href="/rounds/<?cs var:url(round.id) ?>/reabstraction">Second abstraction</a></li><?cs if:can_abstract ?><?cs if:round.is_open ?>
<li><a href="/rounds/<?cs var:url(round.id) ?>/import">Import charts</a></li><?cs /if ?>
<li>Export charts: <a href="/rounds/<?cs var:url(round.id) ?>/export.csv">CSV<span class="visually-hidden"> export of charts</span></a>, <a href="/rounds/<?cs var:url(round.id) ?>/export.xlsx">XLSX<span class="visually-hidden"> export of charts</span></a></li><?cs /if ?>
</ul>
<section class="panel">
<h2>Progress</h2>
<dl class="facts"><?cs each:m = modules ?><div><dt><?cs var:m.title ?></dt><dd><?cs call:progress(m.complete, m.required, m.title) ?></dd></div><?cs /each ?></dl>
</section>
<?cs if:subcount(fellows) ?><section class="panel" aria-labelledby="fellows">
<h2 id="fellows">Charts of each fellow</h2>
<dl class="facts"><?cs each:f = fellows ?><div><dt><?cs var:f.name ?></dt><dd><?cs call:progress(f.complete, charts_a_fellow, f.name) ?><?cs if:f.open ?><span class="muted"><?cs var:f.open ?> more begun</span><?cs /if ?></dd></div><?cs /each ?></dl>
</section><?cs /if ?>
<?cs if:subcount(physicians) ?><section class="panel" aria-labelledby="physicians">
<h2 id="physicians">Charts of each physician</h2>
<p>Of the physicians whose own figures your report will show, <?cs var:charts_a_physician ?> charts a module each.</p><?cs each:p = physicians ?><?cs
if:p.next ?><?cs if:!first(p) ?></dl><?cs /if ?>
<h3><?cs var:p.name ?></h3>
<dl class="facts"><?cs /if ?><div><dt><?cs var:p.title ?></dt><dd><?cs call:progress(p.complete, charts_a_physician, p.name + ", " + p.title) ?><?cs if:p.open ?><span class="muted"><?cs var:p.open ?> more begun</span><?cs /if ?></dd></div><?cs /each ?></dl>
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
<?cs if:some_physicians ?><?cs call:select_field(Form.physician, "Treating physician or fellow", "Fellows may not abstract charts of their own patients; others are warned.") ?><?cs /if ?><?cs
if:several_sites ?>
<?cs call:select_field(Form.site, "Site", "Where the patient is treated. If left empty: where the physician works.") ?><?cs /if ?>
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
<h2 id="charts">All charts</h2>
<?cs if:several_sites || some_physicians ?><form class="filter" method="get" action="/rounds/<?cs var:url(round.id) ?>/charts"><?cs
if:several_sites ?><?cs call:filter_select("site", "Site", filter.sites) ?> <?cs /if ?><?cs
if:some_physicians ?><?cs call:filter_select("physician", "Physician or fellow", filter.physicians) ?> <?cs /if ?><button class="btn btn-plain" type="submit">Show</button><?cs if:filtered ?> <a href="/rounds/<?cs var:url(round.id) ?>/charts#charts">Show all</a><?cs /if ?></form><?cs /if ?><?cs
if:several_sites && without_site ?><?cs call:notice("info", without_site.text + " of these charts name no site. In a report by site they are in no site's figures.") ?><?cs /if ?>
<?cs if:subcount(charts) ?><?cs call:table_start("Charts of this round", "stack") ?>
<thead><tr><th scope="col">Chart</th><th scope="col">Label</th><th scope="col">State</th><th scope="col">Physician<?cs if:several_sites ?>, site<?cs /if ?></th><th scope="col">Abstracted by</th><th scope="col" class="num">Answers</th><th scope="col">Last change</th></tr></thead>
<tbody><?cs each:c = charts ?>
<tr><td data-label="Chart"><a href="/charts/<?cs var:url(c.id) ?>">Chart&#160;<?cs var:c.number ?></a></td><td data-label="Label"><?cs if:c.label ?><?cs var:c.label ?><?cs else ?>–<?cs /if ?></td><td data-label="State"><?cs if:c.state == "complete" ?><?cs call:status("good", "Complete") ?><?cs elif:c.state == "ineligible" ?><?cs call:status("warn", "Not eligible") ?><?cs else ?><?cs call:status("idle", "In work") ?><?cs /if ?><?cs if:c.queries ?><br><?cs call:status("warn", "Open queries: " + c.queries) ?><?cs /if ?></td><td data-label="Physician"><span><?cs if:c.physician ?><?cs var:c.physician ?><?cs else ?>–<?cs /if ?><?cs if:several_sites ?><span class="aside"><?cs if:c.site ?><?cs var:c.site ?><?cs else ?>no site<?cs /if ?></span><?cs /if ?></span></td><td data-label="Abstracted by"><?cs if:c.abstractor ?><?cs var:c.abstractor ?><?cs else ?>–<?cs /if ?><?cs if:round.is_open && can_abstract && c.state == "open" ?> <a href="/charts/<?cs var:url(c.id) ?>/people">Change<span class="visually-hidden"> people and site of chart <?cs var:c.number ?></span></a><?cs /if ?></td><td data-label="Answers" class="num"><?cs var:c.answered ?></td><td data-label="Last change"><?cs if:c.changed_at ?><time datetime="<?cs var:c.changed_at.iso ?>"><?cs var:c.changed_at ?></time><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs elif:filtered ?><?cs call:empty("No chart of this round is theirs.", "", "") ?>
<?cs else ?><?cs call:empty("No charts yet. Choose one by the round's selection criteria and start it above.", "", "") ?><?cs /if ?>
</section>
<?cs include:"layout/foot.cs" ?>
