<?cs # The measure catalogue. Expects measures.N.{number,title,module,certification,fellowship,
   lower}, found, all, search.words, modules.N.{id,title,selected}, sets.N.{id,title,selected}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Measures", "Every measure of the catalogue: which charts it counts, what it asks, and where it comes from.") ?>
<form class="panel" method="get" action="/measures" role="search">
<div class="search-fields">
<div class="field"><label class="field-label" for="q">Words</label><input class="form-control" type="search" id="q" name="q" value="<?cs var:search.words ?>" maxlength="80"></div>
<div class="field"><label class="field-label" for="module">Module</label><select class="form-select" id="module" name="module"><option value="">All modules</option><?cs each:m = modules ?>
<option value="<?cs var:m.id ?>"<?cs if:m.selected ?> selected<?cs /if ?>><?cs var:m.title ?></option><?cs /each ?></select></div>
<div class="field"><label class="field-label" for="set">Track</label><select class="form-select" id="set" name="set"><option value="">All measures</option><?cs each:s = sets ?>
<option value="<?cs var:s.id ?>"<?cs if:s.selected ?> selected<?cs /if ?>><?cs var:s.title ?></option><?cs /each ?></select></div>
<div class="field"><button class="btn btn-primary" type="submit">Search</button></div>
</div>
</form>
<p class="muted" role="status"><?cs var:found ?> of <?cs var:all ?> measures</p>
<?cs if:found ?><?cs call:table_start("Measures found", "stack") ?>
<thead><tr><th scope="col">Number</th><th scope="col">Measure</th><th scope="col">Module</th><th scope="col">Counts in</th></tr></thead>
<tbody><?cs each:m = measures ?>
<tr><td data-label="Number"><a href="/measures/<?cs var:url(m.number) ?>"><?cs var:m.number ?></a></td><td data-label="Measure"><?cs var:m.title ?><?cs if:m.lower ?> <span class="muted">Lower is better.</span><?cs /if ?></td><td data-label="Module"><?cs var:m.module ?></td><td data-label="Counts in"><?cs if:m.certification ?>Certification<?cs /if ?><?cs if:m.certification && m.fellowship ?>, <?cs /if ?><?cs if:m.fellowship ?>Fellowship<?cs /if ?><?cs if:!m.certification && !m.fellowship ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("No measure fits that search.", "/measures", "Show all measures") ?><?cs /if ?>
<p class="muted screen-only">For programs, as FHIR R4: <a href="/fhir/Measure">measures</a>, <a href="/fhir/Library/CORE">their definitions</a>, <a href="/fhir/Questionnaire">questions</a> and <a href="/fhir/metadata">what this server can do</a>.</p>
<?cs include:"layout/foot.cs" ?>
