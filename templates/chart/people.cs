<?cs # Who abstracts a chart, whose patient it is, and at which site.
   chart.{id,number,label}, round.{id,name}, Form.{abstractor,site,physician}, several_sites,
   some_physicians, Form_errors, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("People and site of chart " + chart.number, chart.label) ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/charts/<?cs var:url(chart.id) ?>/people" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:select_field(Form.abstractor, "Who abstracts it", "Nobody chosen: whoever answers the first question.") ?><?cs
if:some_physicians ?>
<?cs call:select_field(Form.physician, "Treating physician or fellow", "From your practice's list. A fellow may not abstract charts of their own patients; others are warned.") ?><?cs /if ?><?cs
if:several_sites ?>
<?cs call:select_field(Form.site, "Site", "Where the patient is treated. If left empty: where the physician works.") ?><?cs /if ?>
<p class="muted">Someone or some place is missing? A manager of your practice adds them on <a href="/practice/physicians">Physicians</a> and <a href="/practice/sites">Sites</a>.</p>
<div class="buttons"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">Cancel</a></div>
</form>
<?cs include:"layout/foot.cs" ?>
