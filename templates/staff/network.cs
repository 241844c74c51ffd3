<?cs # A network for staff: who is in it, inviting, renaming, ending. Expects network.{id,name,purpose,
   made_at,ended_at}, members.N.{practice_id,practice,city,state,word,kind,invited,member,invited_at,
   decided_at,decided_by,shares_from,left_at}, full, most; find: what was looked for, found.N.{id,
   name,city,country}, found_more; Form.name, Form_errors, Csrf ?><?cs
include:"layout/head.cs" ?><?cs
def:since(joined) ?><?cs if:joined.state == "invited" ?><?cs var:joined.invited_at.day ?><?cs elif:joined.state == "left" || joined.state == "withdrawn" ?><?cs var:joined.left_at.day ?><?cs else ?><?cs var:joined.decided_at.day ?><?cs /if ?><?cs /def ?>
<?cs call:page_head(network.name, network.purpose) ?>
<?cs if:?network.ended_at ?><?cs call:notice("info", "This network has ended. Its members do not see each other any more.") ?><?cs else ?>
<p><a class="btn btn-plain" href="/networks/<?cs var:url(network.id) ?>">See the members side by side</a></p><?cs /if ?>
<section aria-labelledby="members">
<h2 id="members">Practices</h2>
<?cs if:subcount(members) ?><?cs call:table_start("Practices", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">State</th><th scope="col">Since</th><th scope="col">Agreed or refused by</th><th scope="col">Shares rounds closed from</th></tr></thead>
<tbody><?cs each:joined = members ?>
<tr><th scope="row" data-label="Practice"><a href="/staff/practices/<?cs var:url(joined.practice_id) ?>"><?cs var:joined.practice ?></a>, <?cs var:joined.city ?></th><td data-label="State"><?cs call:status(joined.kind, joined.word) ?><?cs if:joined.invited ?> <form class="post-button" method="post" action="/staff/networks/<?cs var:url(network.id) ?>/withdraw"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="practice" value="<?cs var:joined.practice_id ?>"><button class="btn btn-plain" type="submit">Take it back<span class="visually-hidden">: <?cs var:joined.practice ?></span></button></form><?cs elif:joined.member && !?network.ended_at ?> <form class="post-button" method="post" action="/staff/networks/<?cs var:url(network.id) ?>/remove"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="practice" value="<?cs var:joined.practice_id ?>"><button class="btn btn-plain" type="submit">Take out<span class="visually-hidden"> of the network: <?cs var:joined.practice ?></span></button></form><?cs /if ?></td><td data-label="Since"><?cs call:since(joined) ?></td><td data-label="Agreed or refused by"><?cs if:joined.decided_by ?><?cs var:joined.decided_by ?><?cs else ?>–<?cs /if ?></td><td data-label="Shares rounds closed from"><?cs if:?joined.shares_from ?><?cs if:joined.shares_from.iso != "1970-01-01" ?><?cs var:joined.shares_from ?><?cs else ?>Its first report on<?cs /if ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("No practice is invited yet. Look for one below.", "", "") ?><?cs /if ?>
</section><?cs
if:!?network.ended_at ?>
<section aria-labelledby="invite">
<h2 id="invite">Invite a practice</h2><?cs if:full ?>
<p>The network is full: it holds at most <?cs var:most ?> practices.</p><?cs else ?>
<form class="filter" method="get" action="/staff/networks/<?cs var:url(network.id) ?>#invite" role="search"><label class="filter-field"><span>Words in its name</span><input class="form-control" type="search" name="find" value="<?cs var:find ?>" maxlength="80"></label> <button class="btn btn-plain" type="submit">Search</button></form><?cs
if:find ?><?cs if:subcount(found) ?>
<?cs call:table_start("Practices found", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">Place</th><th scope="col">Invite</th></tr></thead>
<tbody><?cs each:candidate = found ?>
<tr><th scope="row" data-label="Practice"><?cs var:candidate.name ?></th><td data-label="Place"><?cs var:candidate.city ?>, <?cs var:candidate.country ?></td><td data-label="Invite"><form class="post-button" method="post" action="/staff/networks/<?cs var:url(network.id) ?>/invite"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><input type="hidden" name="practice" value="<?cs var:candidate.id ?>"><button class="btn btn-primary" type="submit">Invite<span class="visually-hidden"> <?cs var:candidate.name ?></span></button></form></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs if:found_more ?><p class="muted">There are more. Search for more of the name.</p><?cs /if ?><?cs else ?>
<p class="empty-line">No approved practice with “<?cs var:find ?>” in its name can be invited: look at the spelling, or whether it is in the list above.</p><?cs /if ?><?cs /if ?><?cs /if ?>
</section>
<section aria-labelledby="rename">
<h2 id="rename">Rename it</h2>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/staff/networks/<?cs var:url(network.id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_field(Form.name, "Name", "", "off", "middle") ?>
<?cs call:buttons("Rename", "", "") ?>
</form>
</section>
<section aria-labelledby="end">
<h2 id="end">End it</h2>
<p class="reading">The members do not see each other any more, at once, and open invitations lapse. It cannot be taken back.</p>
<form class="post-button" method="post" action="/staff/networks/<?cs var:url(network.id) ?>/end"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-danger" type="submit">End the network</button></form>
</section><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
