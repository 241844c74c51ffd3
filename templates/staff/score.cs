<?cs # How the Overall Quality Score of a round is judged, for staff.
   round.{id,name}, may_change, rule.{name,fewest,threshold,valid_until},
   Form.{formula,fewest,threshold,valid_until}, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Overall Quality Score", round.name) ?>
<div class="reading"><p>Practices of the certification track get it with their report. It is made of the track's certification measures: a chart did well if it met the measure, or did not where lower is better. It is judged against the threshold before it is rounded.</p></div><?cs
if:may_change ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/score" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:radio_group(Form.formula, "Formula", "") ?>
<?cs call:number_field(Form.fewest, "Charts that a measure needs to count", "A measure with fewer is shown, and left out of the score.", "charts or more") ?>
<?cs call:number_field(Form.threshold, "Threshold", "Reached by this much or more.", "percent") ?>
<?cs call:date_field(Form.valid_until, "Last day on which a score is good", "Empty: the last day of the next round of the same season, or a year after this one as long as that is not planned.") ?>
<p>As it is set, scores are good until <time datetime="<?cs var:rule.valid_until.iso ?>"><?cs var:rule.valid_until ?></time>.</p>
<div class="buttons"><button class="btn btn-primary" type="submit">Save</button><a class="btn btn-plain" href="/staff/rounds/<?cs var:url(round.id) ?>">Back to the round</a></div>
</form><?cs else ?>
<dl class="facts"><?cs call:fact("Formula", rule.name) ?><?cs call:fact("Charts that a measure needs to count", rule.fewest) ?><?cs call:fact("Threshold", rule.threshold + " percent") ?><?cs call:fact("Scores are good until", rule.valid_until) ?></dl>
<p>The round has closed, so this stays as it is. <a href="/staff/rounds/<?cs var:url(round.id) ?>">Back to the round</a></p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
