<?cs # The terms for which a practice is certified, and the form that records one. Expects
   practice.{id,name,fellowship}, certification.N.{certified_on,ends_on,recorded_by,now},
   Form.{certified_on,ends_on}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("QOPI certification", "") ?>
<p class="lead"><?cs var:practice.name ?></p>
<?cs if:subcount(certification) ?><?cs call:table_start("Terms", "stack") ?>
<thead><tr><th scope="col">First day</th><th scope="col">Last day</th><th scope="col">Recorded by</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:t = certification ?>
<tr><th scope="row" data-label="First day"><time datetime="<?cs var:t.certified_on.iso ?>"><?cs var:t.certified_on ?></time></th><td data-label="Last day"><time datetime="<?cs var:t.ends_on.iso ?>"><?cs var:t.ends_on ?></time></td><td data-label="Recorded by"><?cs var:t.recorded_by ?></td><td data-label="State"><?cs if:t.now ?><?cs call:status("good", "Certified") ?><?cs else ?><?cs call:status("idle", "Not now") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("No term is recorded: the practice is not certified.", "", "") ?><?cs /if ?>
<?cs if:practice.fellowship ?><?cs call:notice("info", "A fellowship program cannot be certified.") ?><?cs else ?>
<h2>Record a term</h2>
<p class="reading">Reports compare a practice with the certified ones if it is certified on the last day of the round. A term from the same first day on is corrected by what you enter here.</p>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/staff/practices/<?cs var:url(practice.id) ?>/certification" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:date_field(Form.certified_on, "First day", "") ?>
<?cs call:date_field(Form.ends_on, "Last day", "Three years later as a rule; the day it was given back, if it was.") ?>
<?cs call:buttons("Record it", "/staff/practices/" + practice.id, "Back to the practice") ?>
<?cs call:form_end() ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
