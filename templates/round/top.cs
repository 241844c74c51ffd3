<?cs # The top of the pages about a round, with macros for them. Expects what layout/head.cs
   does, round.{opens,closes,reports_expected,state_word,state_look} for round_dates,
   counts.N.{from,to,charts} for chart_counts, and reportable.N.{id,name,ticked},
   charts_a_physician, Form.physician_ for physician_boxes. ?><?cs
include:"layout/head.cs" ?><?cs
def:round_dates() ?><p><?cs call:status(round.state_look, round.state_word) ?></p>
<dl class="facts">
<div><dt>Abstraction</dt><dd><time datetime="<?cs var:round.opens.iso ?>"><?cs var:round.opens ?></time> to <time datetime="<?cs var:round.closes.iso ?>"><?cs var:round.closes ?></time></dd></div>
<div><dt>Reports expected by</dt><dd><time datetime="<?cs var:round.reports_expected.iso ?>"><?cs var:round.reports_expected ?></time></dd></div>
</dl>
<?cs /def ?><?cs
def:chart_counts() ?><?cs call:table_start("Charts a module, by FTE oncologists", "") ?>
<thead><tr><th scope="col">FTE oncologists</th><th scope="col" class="num">Charts a module</th></tr></thead>
<tbody><?cs each:c = counts ?>
<tr><th scope="row"><?cs if:c.to ?><?cs if:first(c) ?>up to <?cs var:c.to ?><?cs else ?><?cs var:c.from ?> to <?cs var:c.to ?><?cs /if ?><?cs else ?><?cs var:c.from ?> and more<?cs /if ?></th><td class="num"><?cs var:c.charts ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /def ?><?cs
def:physician_boxes() ?><?cs if:subcount(reportable) ?><fieldset class="field field-group<?cs if:Form.physician_.error ?> field-wrong<?cs /if ?>" aria-describedby="f-physician_-help" id="f-physician_" tabindex="-1">
<legend class="field-label">Figures of physicians <span class="field-optional">optional</span></legend>
<div class="choices"><?cs each:p = reportable ?>
<label class="choice"><input class="form-check-input" type="checkbox" name="physician_<?cs var:p.id ?>" value="yes"<?cs if:p.ticked ?> checked<?cs /if ?>><span><?cs var:p.name ?></span></label><?cs /each ?>
</div>
<?cs call:field_notes(Form.physician_, "The report then has figures of each physician you tick, for managers and for the physician. Each needs " + charts_a_physician + " charts a module, so that a module asks for " + charts_a_physician + " times their number, if that is more than its charts by FTE.") ?></fieldset>
<?cs /if ?><?cs /def ?><?cs
def:module_box(o, fixed, why) ?><label class="choice"><input class="form-check-input" type="checkbox" name="module_<?cs var:o.id ?>" value="yes"<?cs if:o.wanted || fixed ?> checked<?cs /if ?><?cs if:fixed ?> disabled<?cs /if ?>><span><?cs var:o.title ?> <span class="muted">– <?cs var:o.kind ?><?cs if:why ?>, <?cs var:why ?><?cs /if ?></span></span></label>
<?cs /def ?>
