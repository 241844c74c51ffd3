<?cs # Changing somebody on the list of physicians. Expects what physician_fields.cs does,
   physician.{id,name}, Form.closed. ?><?cs
include:"practice/physician_fields.cs" ?>
<?cs call:page_head(physician.name, "On your practice's list of physicians and fellows") ?>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/practice/physicians/<?cs var:url(physician.id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:physician_fields() ?>
<?cs call:agree_box(Form.closed, "No longer here", "Their charts and reports stay as they are; no new chart can name them.") ?>
<?cs call:buttons("Save", "/practice/physicians", "Cancel") ?>
</form>
<?cs include:"layout/foot.cs" ?>
