<?cs # Notices of staff to all practices, and the form for one more.
   announcements.N.{id,title,body,shown_from,shown_until,written_by,state}
                     state: coming, shown, over or taken_back; Form, Form_errors, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Announcements", "Short notices on the dashboards of all practices.") ?>
<?cs call:error_summary() ?>
<section aria-labelledby="new">
<h2 id="new">A new announcement</h2>
<?cs call:form_start("/staff/announcements") ?>
<?cs call:text_field(Form.title, "Title", "", "off", "wide") ?>
<?cs call:text_area(Form.body, "Text", "Plain text, as short as can be.", "4") ?>
<?cs call:date_field(Form.shown_from, "First day", "") ?>
<?cs call:date_field(Form.shown_until, "Last day", "") ?>
<?cs call:buttons("Announce", "", "") ?>
<?cs call:form_end() ?>
</section>

<section aria-labelledby="all">
<h2 id="all">Announcements so far</h2>
<?cs if:subcount(announcements) ?><?cs call:table_start("Announcements", "stack") ?>
<thead><tr><th scope="col">Title</th><th scope="col">Text</th><th scope="col">Shown</th><th scope="col">Written by</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:n = announcements ?>
<tr><th scope="row" data-label="Title"><?cs var:n.title ?></th><td data-label="Text"><?cs var:n.body ?></td><td data-label="Shown"><?cs if:n.state == "taken_back" ?>–<?cs else ?><time datetime="<?cs var:n.shown_from.iso ?>"><?cs var:n.shown_from ?></time> to <time datetime="<?cs var:n.shown_until.iso ?>"><?cs var:n.shown_until ?></time><?cs /if ?></td><td data-label="Written by"><?cs var:n.written_by ?></td><td data-label="State"><?cs if:n.state == "taken_back" ?><?cs call:status("idle", "Taken back") ?><?cs elif:n.state == "over" ?><?cs call:status("idle", "Over") ?><?cs else ?><?cs if:n.state == "shown" ?><?cs call:status("good", "Shown") ?><?cs else ?><?cs call:status("info", "Coming") ?><?cs /if ?> <form class="post-button" method="post" action="/staff/announcements/<?cs var:url(n.id) ?>/end"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Take it back<span class="visually-hidden">: <?cs var:n.title ?></span></button></form><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("Nothing was announced yet.", "", "") ?><?cs /if ?>
</section>
<?cs include:"layout/foot.cs" ?>
