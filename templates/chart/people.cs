<?cs # Who abstracts a chart, and whose patient it is.
   chart.{id,number,label}, round.{id,name}, Form.{abstractor,treating}, Form_errors, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Who abstracts chart " + chart.number, chart.label) ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/charts/<?cs var:url(chart.id) ?>/people" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:select_field(Form.abstractor, "Who abstracts it", "Nobody chosen: whoever answers the first question.") ?>
<?cs call:select_field(Form.treating, "Treating physician or fellow", "If it is one of your practice's people. A fellow may not abstract charts of their own patients; others are warned.") ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>/charts">Cancel</a></div>
</form>
<?cs include:"layout/foot.cs" ?>
