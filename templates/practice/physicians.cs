<?cs # The practice's physicians and fellows. Expects what head.cs does,
   physicians.N.{id,name,kind,site,account,reported,closed_at}, several_sites; manages and
   Form.{name,kind,site,account,reported} for those who may change them. ?><?cs
include:"practice/physician_fields.cs" ?>
<?cs call:practice_sections() ?>
<h2>Physicians and fellows</h2>
<p class="reading">Charts name the one whose patient it is. Nobody here needs an account. Figures of their own are in a report where your practice asks for them when it signs up for a round; managers see all of them, each physician and fellow with an account sees their own, and nobody else does.</p>
<?cs if:subcount(physicians) ?><?cs call:table_start("Physicians and fellows", "stack") ?>
<thead><tr><th scope="col">Name</th><th scope="col">Kind</th><?cs if:several_sites ?><th scope="col">Site</th><?cs /if ?><th scope="col">Account</th><th scope="col">Figures of their own</th></tr></thead>
<tbody><?cs each:p = physicians ?>
<tr><th scope="row" data-label="Name"><?cs if:manages ?><a href="/practice/physicians/<?cs var:url(p.id) ?>"><?cs var:p.name ?></a><?cs else ?><?cs var:p.name ?><?cs /if ?></th><td data-label="Kind"><?cs if:p.kind == "fellow" ?>Fellow<?cs else ?>Physician<?cs /if ?><?cs if:?p.closed_at ?> <?cs call:status("idle", "No longer here") ?><?cs /if ?></td><?cs if:several_sites ?><td data-label="Site"><?cs if:p.site ?><?cs var:p.site ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><td data-label="Account"><?cs if:p.account ?><?cs var:p.account ?><?cs else ?>–<?cs /if ?></td><td data-label="Figures of their own"><?cs if:p.reported ?>Wanted<?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs else ?><?cs call:empty("Nobody is on the list yet. Add the physicians whose patients' charts you abstract.", "", "") ?><?cs /if ?><?cs if:manages ?>
<h2 id="add">Add a physician or fellow</h2>
<?cs call:error_summary() ?>
<?cs call:form_start("/practice/physicians") ?>
<?cs call:physician_fields() ?>
<?cs call:buttons("Add to the list", "", "") ?>
<?cs call:form_end() ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
