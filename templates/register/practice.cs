<?cs # Step 3: the practice. Expects Form.<field>, Form.country.choices,
   Sites.N.{number,name,city}, Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/back.cs" ?>
<?cs call:page_head("New registration", "") ?>
<?cs call:steps() ?>
<h2>Your practice</h2>
<?cs call:error_summary() ?>
<?cs call:form_start("/register/practice") ?>
<button class="enter-first" type="submit" tabindex="-1" aria-hidden="true">Continue</button>
<?cs call:text_field(Form.name, "Name of the practice", "The name of a fellowship program has the word Fellow or Fellowship in it.", "organization", "full") ?>
<?cs call:radio_group(Form.kind, "Kind of practice", "") ?>
<h3>Where it is</h3>
<?cs call:text_field(Form.address_line1, "Street address", "", "address-line1", "full") ?>
<?cs call:text_field(Form.address_line2, "Street address, second line", "", "address-line2", "full") ?>
<div class="fields-row">
<?cs call:text_field(Form.city, "City", "", "address-level2", "middle") ?>
<?cs call:text_field(Form.region, "State or region", "", "address-level1", "middle") ?>
<?cs call:text_field(Form.postal_code, "ZIP or postal code", "", "postal-code", "short") ?>
</div>
<?cs call:select_field(Form.country, "Country", "Where QOPI is not offered yet, we show you what to do instead.") ?>
<h3>Sites and size</h3>
<fieldset class="field<?cs if:Form.sites.error ?> field-wrong<?cs /if ?>" id="f-sites"<?cs if:Form.sites.error ?> aria-describedby="f-sites-error"<?cs /if ?>>
<legend class="field-label" id="more">Sites</legend>
<p class="field-help">Where your oncologists see patients. Rows that stay empty do not count.</p>
<?cs each:s = Sites ?><div class="site-row">
<div><label for="f-site-name-<?cs var:s.number ?>"><span class="visually-hidden">Site <?cs var:s.number ?>: </span>Name</label><input class="form-control" type="text" id="f-site-name-<?cs var:s.number ?>" name="site_name_<?cs var:s.number ?>" value="<?cs var:s.name ?>" autocomplete="off"></div>
<div><label for="f-site-city-<?cs var:s.number ?>"><span class="visually-hidden">Site <?cs var:s.number ?>: </span>City</label><input class="form-control" type="text" id="f-site-city-<?cs var:s.number ?>" name="site_city_<?cs var:s.number ?>" value="<?cs var:s.city ?>" autocomplete="off"></div>
</div>
<?cs /each ?><?cs call:field_notes(Form.sites, "") ?>
<button class="btn btn-plain" type="submit" name="_go" value="more">Add more sites</button>
</fieldset>
<?cs call:number_field(Form.fte, "FTE oncologists", "Full-time equivalents of all medical oncologists together, such as 4.5. The number of charts in a round depends on it.", "FTE") ?>
<?cs call:number_field(Form.new_patients, "New patients a year", "An estimate will do.", "patients") ?>
<?cs call:go_on("Continue") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
