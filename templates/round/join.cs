<?cs # A round, to a practice that has not signed up; with the form if it may sign up now.
   round.{id,name,opens,closes,reports_expected,state,state_word,state_look}
   can_manage, fellowship, offers_certification, offers_fellowship, charts_a_fellow
   options.N.{id,title,kind,core,disease,certification,fellowship,wanted}
   today.{fte,charts}   by the practice's own FTE
   counts.N.{from,to,charts}; Form.{track,fte,fellows,module_}, Form_errors, Csrf ?><?cs
include:"round/top.cs" ?><?cs
def:track_choice(value, title, text) ?><label class="choice"><input class="form-check-input" type="radio" name="track" value="<?cs var:value ?>"<?cs if:value == "standard" ?> id="f-track"<?cs /if ?><?cs if:Form.track.value == value ?> checked<?cs /if ?>><span><strong><?cs var:title ?></strong><br><span class="muted"><?cs var:text ?></span></span></label>
<?cs /def ?>
<?cs if:round.state == "open" && can_manage ?><?cs call:page_head("Sign up for " + round.name, "Choose how your practice takes part. You can add modules later, while the round is open.") ?><?cs
else ?><?cs call:page_head(round.name, "") ?><?cs /if ?>
<?cs if:round.state == "planned" ?><?cs call:notice("info", "You can sign up here from the first day of abstraction on.") ?><?cs
elif:round.state == "open" && !can_manage ?><?cs call:notice("info", "Your practice has not signed up yet. Its corresponding physician or administrative contact can do that here.") ?><?cs
elif:round.state == "closed" ?><?cs call:notice("info", "This round is closed. Your practice did not take part in it.") ?><?cs
elif:round.state == "released" ?><?cs call:notice("info", "The reports of this round are released. Your practice did not take part in it.") ?><?cs
/if ?><?cs call:error_summary() ?>
<?cs call:round_dates() ?>
<?cs if:round.state == "open" && can_manage ?><form class="form" method="post" action="/rounds/<?cs var:url(round.id) ?>/join" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<fieldset class="field field-group<?cs if:Form.track.error ?> field-wrong<?cs /if ?>">
<legend class="field-label">How do you take part?</legend>
<div class="choices">
<?cs call:track_choice("standard", "Standard round", "Core and at least one more module of your choice.") ?><?cs
if:offers_certification ?><?cs call:track_choice("certification", "QOPI Certification Track", "Core and the track's domain modules, and of its disease modules those that fit your patients.") ?><?cs /if ?><?cs
if:offers_fellowship && fellowship ?><?cs call:track_choice("fellowship", "Fellowship Program Track", "Core and Symptom and Toxicity Management, " + charts_a_fellow + " charts a fellow. Fellows abstract charts of patients who are not their own.") ?><?cs /if ?></div>
<?cs call:field_notes(Form.track, "") ?></fieldset>
<fieldset class="field field-group<?cs if:Form.module_.error ?> field-wrong<?cs /if ?>" aria-describedby="<?cs if:Form.module_.error ?>f-module_-error <?cs /if ?>f-module_-help" id="f-module_" tabindex="-1">
<legend class="field-label">Modules</legend>
<div class="choices"><?cs each:o = options ?>
<?cs if:o.core ?><?cs call:module_box(o, "1", "") ?><?cs
elif:o.fellowship && fellowship ?><?cs call:module_box(o, "", "of the Certification and Fellowship Program Tracks") ?><?cs
elif:o.certification ?><?cs call:module_box(o, "", "of the Certification Track") ?><?cs
else ?><?cs call:module_box(o, "", "") ?><?cs /if ?><?cs /each ?>
</div>
<?cs call:field_notes(Form.module_, "A track brings its Core and domain modules by itself. Tick what you take besides.") ?></fieldset>
<?cs call:number_field(Form.fte, "Full-time-equivalent (FTE) oncologists today", "With one decimal. It is kept as it is today, and sets your number of charts by the table.", "FTE") ?>
<?cs if:offers_fellowship && fellowship ?><?cs call:number_field(Form.fellows, "Fellows who abstract", "Needed for the Fellowship Program Track: " + charts_a_fellow + " charts a fellow in each of its modules. Other modules go by the table.", "fellows") ?><?cs /if ?>
<?cs call:physician_boxes() ?>
<p class="field-label">Charts that this means</p>
<p class="field-help">With <?cs var:today.fte ?> FTE: <?cs var:today.charts ?> charts a module. One chart can count in several modules.</p>
<?cs call:chart_counts() ?>
<?cs call:buttons("Sign up", "/dashboard", "Not now") ?>
</form><?cs
else ?><h2>Modules of this round</h2>
<ul><?cs each:o = options ?>
<li><?cs var:o.title ?> <span class="muted">– <?cs var:o.kind ?></span></li><?cs /each ?>
</ul>
<h2>Charts that a practice abstracts</h2>
<p>With <?cs var:today.fte ?> FTE oncologists, as your practice has today: <?cs var:today.charts ?> charts a module. One chart can count in several modules.</p>
<div class="reading"><?cs call:chart_counts() ?></div>
<p><a class="btn btn-plain" href="/dashboard">Back to the dashboard</a></p><?cs
/if ?>
<?cs include:"layout/foot.cs" ?>
