<?cs # Changing a site. Expects what head.cs does, site.{id,name}, Form.{name,city,closed}. ?><?cs
include:"practice/head.cs" ?>
<?cs call:page_head(site.name, "A site of your practice") ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/practice/sites/<?cs var:url(site.id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_field(Form.name, "Name", "", "off", "middle") ?>
<?cs call:text_field(Form.city, "City", "", "off", "middle") ?>
<?cs call:agree_box(Form.closed, "This site is closed", "Its charts stay as they are; no new chart can name it.") ?>
<?cs call:buttons("Save", "/practice/sites", "Cancel") ?>
</form>
<?cs include:"layout/foot.cs" ?>
