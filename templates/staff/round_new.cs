<?cs # Making a round.
   Form.{name,opens,closes,reports_expected,module_,row_,a_physician,a_fellow}, Form_errors, Csrf, report_days
   modules.N.{id,title,core,wanted}, rows.N.{n,number,from,charts} ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("New round", "It is planned at first: practices see its dates, and you open it when it is time.") ?>
<?cs call:error_summary() ?>
<?cs call:form_start("/staff/rounds/new") ?>
<?cs call:text_field(Form.name, "Name", "As practices read it, such as Round One 2027.", "off", "middle") ?>
<?cs call:date_field(Form.opens, "First day of abstraction", "") ?>
<?cs call:date_field(Form.closes, "Last day of abstraction", "") ?>
<?cs call:date_field(Form.reports_expected, "Reports expected by", "If left empty: " + report_days + " days after the last day of abstraction.") ?>
<fieldset class="field field-group<?cs if:Form.module_.error ?> field-wrong<?cs /if ?>"<?cs if:Form.module_.error ?> aria-describedby="f-module_-error"<?cs /if ?> id="f-module_" tabindex="-1">
<legend class="field-label">Modules that practices may take</legend>
<div class="choices"><?cs each:m = modules ?>
<label class="choice"><input class="form-check-input" type="checkbox" name="module_<?cs var:m.id ?>" value="yes"<?cs if:m.wanted ?> checked<?cs /if ?><?cs if:m.core ?> disabled<?cs /if ?>><span><?cs var:m.title ?><?cs if:m.core ?> <span class="muted">– always part of a round</span><?cs /if ?></span></label><?cs /each ?>
</div>
<?cs call:field_notes(Form.module_, "") ?></fieldset>
<fieldset class="field field-group<?cs if:Form.row_.error ?> field-wrong<?cs /if ?>" aria-describedby="<?cs if:Form.row_.error ?>f-row_-error <?cs /if ?>f-row_-help" id="f-row_" tabindex="-1">
<legend class="field-label">Charts a module, by FTE oncologists</legend>
<?cs call:field_notes(Form.row_, "Each row counts from its FTE up to the next row. Rows that are left empty do not count.") ?>
<?cs call:table_start("Charts a module, by FTE oncologists", "") ?>
<thead><tr><th scope="col">FTE from</th><th scope="col">Charts a module</th></tr></thead>
<tbody><?cs each:r = rows ?>
<tr><td><input class="form-control field-number" type="text" inputmode="decimal" name="row_<?cs var:r.n ?>_from" value="<?cs var:r.from ?>" aria-label="Row <?cs var:r.number ?>: FTE from" autocomplete="off"></td><td><input class="form-control field-number" type="text" inputmode="numeric" name="row_<?cs var:r.n ?>_charts" value="<?cs var:r.charts ?>" aria-label="Row <?cs var:r.number ?>: charts a module" autocomplete="off"></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?></fieldset>
<?cs call:number_field(Form.a_physician, "Charts a physician in each module", "Of a physician with figures of their own in the report. If left empty: as many as usual.", "charts") ?>
<?cs call:number_field(Form.a_fellow, "Charts a fellow in each module", "In the Fellowship Program Track. If left empty: as many as usual.", "charts") ?>
<?cs call:buttons("Make the round", "/staff/rounds", "Cancel") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
