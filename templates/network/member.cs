<?cs # A network as the practice stands to it. Expects what practice/head.cs does; network.{network_id,
   name,purpose,state,word,kind,invited_at,decided_at,decided_by,shares_from,left_at}; invited or
   member; members.N.{practice,city,decided_at} in it now; manages, has_results and Form.{from,agree}
   of who may accept. ?><?cs
include:"practice/head.cs" ?><?cs
def:who_is_in(title) ?><h2><?cs var:title ?></h2><?cs if:subcount(members) ?>
<?cs call:table_start(title, "stack") ?><thead><tr><th scope="col">Practice</th><th scope="col">City</th><th scope="col">Member since</th></tr></thead>
<tbody><?cs each:joined = members ?>
<tr><th scope="row" data-label="Practice"><?cs var:joined.practice ?></th><td data-label="City"><?cs var:joined.city ?></td><td data-label="Member since"><time datetime="<?cs var:joined.decided_at.iso ?>"><?cs var:joined.decided_at.day ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs else ?>
<p class="empty-line">Nobody yet: other invitations may still be open.</p><?cs /if ?><?cs /def ?><?cs
def:leave_form() ?><form class="post-button" method="post" action="/practice/networks/<?cs var:url(network.network_id) ?>/leave"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-danger" type="submit">Leave the network</button></form><?cs /def ?>
<?cs call:page_head(network.name, network.purpose) ?><?cs
if:invited ?>
<section class="panel panel-next" aria-labelledby="shared">
<p class="eyebrow">ASCO staff invited your practice on <?cs var:network.invited_at.day ?></p>
<h2 id="shared">What would be shared</h2>
<ul class="outline">
<li><strong>Which results:</strong> of each measure in your released performance reports, how many charts counted, how many met it, and your rate, with the name of your practice. No charts, no sites, and no physicians or fellows.</li>
<li><strong>With whom:</strong> with everybody who may read reports at the practices of this network, those below and those that join later, and with ASCO staff. You see theirs in return.</li>
<li><strong>Since when:</strong> from the round you choose below on, and in each later round. You see the others in these rounds only.</li>
<li><strong>How long:</strong> until you leave, at any time. Your results are then gone from the network's pages at once; what somebody has read or saved before stays known.</li>
<li><strong>Not shown:</strong> a measure in which too few other practices take part, since members together could work out theirs.</li>
</ul><?cs
if:manages ?>
<?cs call:error_summary() ?>
<form id="refuse" method="post" action="/practice/networks/<?cs var:url(network.network_id) ?>/refuse"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"></form>
<form class="form" method="post" action="/practice/networks/<?cs var:url(network.network_id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><?cs
if:has_results ?>
<?cs call:select_field(Form.from, "Share results from", "This round and each later one.") ?><?cs else ?><input type="hidden" name="from" value="0">
<p>Your practice has no released report yet: your next one is the first that is shared.</p><?cs /if ?>
<?cs call:agree_box(Form.agree, "I agree for " + practice.name + " that these results are shared with the members of " + network.name + ".", "Your name and the time are kept with the agreement.") ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Accept and join</button><button class="btn btn-plain" type="submit" form="refuse">Refuse</button></div>
</form><?cs else ?>
<p class="muted">The corresponding physician or an administrator of your practice decides.</p><?cs /if ?>
</section>
<?cs call:who_is_in("Who is in it now") ?><?cs
elif:member ?>
<section class="panel panel-next" aria-labelledby="in">
<h2 id="in">Your practice is a member</h2>
<p><?cs call:status(network.kind, network.word) ?> since <time datetime="<?cs var:network.decided_at.iso ?>"><?cs var:network.decided_at ?></time>, agreed by <?cs var:network.decided_by ?>. Shared are the results of rounds that closed <?cs if:network.shares_from.iso != "1970-01-01" ?>on <?cs var:network.shares_from ?> or later<?cs else ?>and were released since then<?cs /if ?>.</p>
<a class="btn btn-primary" href="/networks/<?cs var:url(network.network_id) ?>">See the members side by side</a>
</section>
<?cs call:who_is_in("Members") ?><?cs if:manages ?>
<h2 id="leave">Leave</h2>
<p class="reading">Your results are gone from the network's pages at once, and you do not see the others any more. To come back you need a new invitation.</p>
<?cs call:leave_form() ?><?cs /if ?><?cs
else ?>
<div class="panel"><p><?cs call:status(network.kind, network.word) ?> <?cs if:network.state == "left" ?>on <?cs var:network.left_at ?><?cs else ?>on <?cs var:network.decided_at ?> by <?cs var:network.decided_by ?><?cs /if ?>. Nothing of your practice is on the network's pages.</p></div>
<p><a href="/practice/networks">Your networks</a></p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
