<?cs # The practice's networks. Expects what practice/head.cs does, and networks.N.{network_id,name,
   purpose,state,word,kind,invited_at,decided_at,left_at} ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<h2>Networks</h2>
<p class="reading">A network is a group of practices that agreed to see each other's results side by side. ASCO staff found them and invite practices; the corresponding physician or an administrator decides for yours.</p>
<?cs if:subcount(networks) ?><?cs call:table_start("Networks", "stack") ?>
<thead><tr><th scope="col">Network</th><th scope="col">Purpose</th><th scope="col">State</th><th scope="col">Since</th><th scope="col">Results</th></tr></thead>
<tbody><?cs each:net = networks ?>
<tr><th scope="row" data-label="Network"><a href="/practice/networks/<?cs var:url(net.network_id) ?>"><?cs var:net.name ?></a></th><td data-label="Purpose"><?cs var:net.purpose ?></td><td data-label="State"><?cs call:status(net.kind, net.word) ?></td><td data-label="Since"><?cs if:net.state == "left" ?><?cs var:net.left_at.day ?><?cs elif:net.state == "invited" ?><?cs var:net.invited_at.day ?><?cs else ?><?cs var:net.decided_at.day ?><?cs /if ?></td><td data-label="Results"><?cs if:net.state == "member" ?><a href="/networks/<?cs var:url(net.network_id) ?>">Side by side<span class="visually-hidden">: <?cs var:net.name ?></span></a><?cs elif:net.state == "invited" ?><a href="/practice/networks/<?cs var:url(net.network_id) ?>">What would be shared<span class="visually-hidden">: <?cs var:net.name ?></span></a><?cs else ?><span class="muted">Not shared</span><?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs else ?>
<?cs call:empty("Your practice is in no network. If you want to compare with practices you know, write to the help address below: ASCO staff found a network and invite you.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
