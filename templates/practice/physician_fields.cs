<?cs # The fields of somebody on the list of physicians, for the page that adds and the page that
   changes. Expects what head.cs does, Form.{name,kind,site,account,reported}, several_sites. ?><?cs
include:"practice/head.cs" ?><?cs
def:physician_fields() ?><?cs call:text_field(Form.name, "Name", "As it is to stand in reports.", "off", "middle") ?>
<?cs call:radio_group(Form.kind, "Physician or fellow", "") ?><?cs if:several_sites ?>
<?cs call:select_field(Form.site, "Site", "Where they mostly work; a chart may name another one.") ?><?cs /if ?>
<?cs call:select_field(Form.account, "Account", "If it is one of your practice's people. They then see figures of their own, and are warned or kept from abstracting charts of their own patients.") ?>
<?cs call:agree_box(Form.reported, "Figures of their own are wanted in reports", "Suggested when your practice signs up for a round.") ?><?cs /def ?>
