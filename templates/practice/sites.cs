<?cs # The practice's sites. Expects what head.cs does, and sites.N.{id,name,city,closed_at};
   manages and Form.{name,city} for those who may change them. ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<h2>Sites</h2>
<p class="reading">Charts come from these sites. With more than one, your performance report has figures of each.</p>
<?cs call:table_start("Sites", "stack") ?><thead><tr><th scope="col">Site</th><th scope="col">City</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:s = sites ?>
<tr><th scope="row" data-label="Site"><?cs if:manages ?><a href="/practice/sites/<?cs var:url(s.id) ?>"><?cs var:s.name ?></a><?cs else ?><?cs var:s.name ?><?cs /if ?></th><td data-label="City"><?cs var:s.city ?></td><td data-label="State"><?cs if:?s.closed_at ?><?cs call:status("idle", "Closed") ?><?cs else ?><?cs call:status("good", "Open") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs if:manages ?>
<h2 id="add">Add a site</h2>
<?cs call:error_summary() ?>
<?cs call:form_start("/practice/sites") ?>
<?cs call:text_field(Form.name, "Name", "", "off", "middle") ?>
<?cs call:text_field(Form.city, "City", "", "off", "middle") ?>
<?cs call:buttons("Add the site", "", "") ?>
<?cs call:form_end() ?><?cs else ?>
<p class="muted reading">The corresponding physician or an administrator of your practice can change them.</p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
