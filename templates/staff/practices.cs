<?cs # All practices, for staff. Expects practices.N.{id,name,kind_word,city,country,created_at,
   waiting,status_word,status_look,member_word,member_look}, counts.{waiting,approved,declined},
   state: the one that is shown, "" for all. ?><?cs
include:"layout/head.cs" ?><?cs
def:state_link(name, title, count) ?><li><a href="/staff/practices?state=<?cs var:url(name) ?>"<?cs if:state == name ?> aria-current="page"<?cs /if ?>><?cs var:title ?> (<?cs var:count ?>)</a></li><?cs /def ?>
<?cs call:page_head("Practices", "Those that wait come first, the longest waiting on top.") ?>
<nav class="jump" aria-label="Show"><ul>
<li><a href="/staff/practices"<?cs if:!state ?> aria-current="page"<?cs /if ?>>All</a></li>
<?cs call:state_link("waiting", "Waiting", counts.waiting) ?>
<?cs call:state_link("approved", "Approved", counts.approved) ?>
<?cs call:state_link("declined", "Declined", counts.declined) ?>
</ul></nav>
<ul class="doors"><li><a href="/staff/networks">Networks: practices that see each other's results</a></li></ul><?cs if:subcount(practices) ?>
<?cs call:table_start("Practices", "stack") ?><thead><tr><th scope="col">Practice</th><th scope="col">Kind</th><th scope="col">Place</th><th scope="col">Physician</th><th scope="col">Registered</th><th scope="col">Status</th></tr></thead>
<tbody><?cs each:p = practices ?>
<tr><th scope="row"><a href="/staff/practices/<?cs var:url(p.id) ?>"><?cs var:p.name ?></a></th><td data-label="Kind"><?cs var:p.kind_word ?></td><td data-label="Place"><?cs var:p.city ?>, <?cs var:p.country ?></td><td data-label="Physician"><?cs call:status(p.member_look, p.member_word) ?></td><td data-label="Registered"><time datetime="<?cs var:p.created_at.iso ?>"><?cs var:p.created_at.day ?></time></td><td data-label="Status"><?cs call:status(p.status_look, p.status_word) ?><?cs if:p.waiting ?> <span class="muted"><?cs var:p.waiting ?></span><?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs elif:state == "waiting" ?>
<?cs call:empty("No practice waits for a decision. Well done.", "", "") ?><?cs else ?>
<?cs call:empty("There is no such practice yet.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
