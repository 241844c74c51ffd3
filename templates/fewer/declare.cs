<?cs # Declaring fewer eligible charts than a module asks for.
   round.{id,name}, Form_errors, Csrf
   modules.N.{module,title,required,complete,open,count,reason,error} ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Fewer eligible charts", round.name) ?>
<?cs call:error_summary() ?>
<div class="reading"><p>Did you go through all patients, and a module has fewer eligible charts than it asks for? Then submit all there are, and say so here. Nothing is blocked: your report is scored all the same and says that it is below the number, with your reason.</p>
<p>Leave a module empty if it has enough charts, or to take back what you declared.</p></div>
<form class="form" method="post" action="/rounds/<?cs var:url(round.id) ?>/fewer" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<div id="f-n_" tabindex="-1"></div>
<?cs each:m = modules ?><fieldset class="panel criteria-edit"><legend><?cs var:m.title ?></legend>
<p class="muted"><?cs var:m.required ?> required, <?cs var:m.complete ?> complete, <?cs var:m.open ?> more begun</p><?cs
if:m.error ?><p class="field-error" id="e-<?cs var:m.module ?>"><?cs call:shape("bad") ?><span><span class="visually-hidden">Error: </span><?cs var:m.error ?></span></p><?cs /if ?>
<div class="field"><label class="field-label" for="n-<?cs var:m.module ?>">Eligible charts in all</label><input class="form-control field-number" type="text" inputmode="numeric" id="n-<?cs var:m.module ?>" name="n_<?cs var:m.module ?>" value="<?cs var:m.count ?>" autocomplete="off"<?cs if:m.error ?> aria-invalid="true" aria-describedby="e-<?cs var:m.module ?>"<?cs /if ?>></div>
<div class="field"><label class="field-label" for="r-<?cs var:m.module ?>">Reason</label><textarea class="form-control" id="r-<?cs var:m.module ?>" name="r_<?cs var:m.module ?>" rows="2"<?cs if:m.error ?> aria-describedby="e-<?cs var:m.module ?>"<?cs /if ?>>
<?cs var:m.reason ?></textarea></div>
</fieldset>
<?cs /each ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Declare</button><a class="btn btn-plain" href="/rounds/<?cs var:url(round.id) ?>">Cancel</a></div>
</form>
<?cs include:"layout/foot.cs" ?>
