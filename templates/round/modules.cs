<?cs # Changing the modules of a sign-up, and the physicians with figures of their own.
   round.{id,name}, track_title, Form.module_, Form_errors, Csrf
   options.N.{id,title,kind,core,wanted,always,charts}   always: the track's own; charts: in it ?><?cs
include:"round/top.cs" ?>
<?cs call:page_head("Change sign-up", round.name) ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/rounds/<?cs var:url(round.id) ?>/modules" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<fieldset class="field field-group<?cs if:Form.module_.error ?> field-wrong<?cs /if ?>" aria-describedby="<?cs if:Form.module_.error ?>f-module_-error <?cs /if ?>f-module_-help" id="f-module_" tabindex="-1">
<legend class="field-label">Modules</legend>
<div class="choices"><?cs each:o = options ?>
<?cs if:o.core ?><?cs call:module_box(o, "1", "") ?><?cs
elif:o.always ?><?cs call:module_box(o, "1", "part of your track") ?><?cs
elif:o.charts == "1" ?><?cs call:module_box(o, "1", "stays: one chart is in it") ?><?cs
elif:o.charts ?><?cs call:module_box(o, "1", "stays: it has charts") ?><?cs
else ?><?cs call:module_box(o, "", "") ?><?cs /if ?><?cs /each ?>
</div>
<?cs call:field_notes(Form.module_, "You can add modules while the round is open, and take out those without charts.") ?></fieldset>
<?cs call:physician_boxes() ?>
<p class="muted">You take part in: <?cs var:track_title ?>. To change that, or the FTE of your sign-up, write to the help address below.</p>
<div class="buttons"><button class="btn btn-primary" type="submit">Save the sign-up</button><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>">Cancel</a></div>
</form>
<?cs include:"layout/foot.cs" ?>
