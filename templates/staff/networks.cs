<?cs # Networks for staff, and the form to found one. Expects networks.N.{id,name,purpose,made_at,
   ended_at,members,invited}, Form.{name,purpose}, Form_errors, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Networks", "Groups of practices that agreed to see each other's results side by side.") ?>
<section aria-labelledby="all">
<h2 id="all">Networks so far</h2>
<?cs if:subcount(networks) ?><?cs call:table_start("Networks", "stack") ?>
<thead><tr><th scope="col">Network</th><th scope="col">Purpose</th><th scope="col" class="num">Members</th><th scope="col" class="num">Invited</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:net = networks ?>
<tr><th scope="row" data-label="Network"><a href="/staff/networks/<?cs var:url(net.id) ?>"><?cs var:net.name ?></a></th><td data-label="Purpose"><?cs var:net.purpose ?></td><td class="num" data-label="Members"><?cs var:net.members.text ?></td><td class="num" data-label="Invited"><?cs var:net.invited.text ?></td><td data-label="State"><?cs if:?net.ended_at ?><?cs call:status("idle", "Ended") ?><?cs else ?><?cs call:status("good", "Goes on") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("There is no network yet. Found one below, then invite practices to it.", "", "") ?><?cs /if ?>
</section>
<section aria-labelledby="new">
<h2 id="new">Found a network</h2>
<?cs call:error_summary() ?>
<?cs call:form_start("/staff/networks") ?>
<?cs call:text_field(Form.name, "Name", "Practices that are invited read it, and members see it on their pages.", "off", "middle") ?>
<?cs call:text_field(Form.purpose, "Purpose", "One sentence: why these practices compare their results. It cannot be changed, since practices agree to it.", "off", "full") ?>
<?cs call:buttons("Found the network", "", "") ?>
<?cs call:form_end() ?>
</section>
<?cs include:"layout/foot.cs" ?>
