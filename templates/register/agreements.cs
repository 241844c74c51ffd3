<?cs # Step 6: the agreements. Expects agreements.N.{kind,title,version,lines.M}, practice_name,
   Form.{baa,participation,baa_version,participation_version,signed_name}, Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/back.cs" ?>
<?cs call:page_head("New registration", "") ?>
<?cs call:steps() ?>
<h2>The agreements</h2>
<p class="reading">Please read both agreements and sign them for <strong><?cs var:practice_name ?></strong>. We keep your name, the time, and the version of each text; you find them again under Practice.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/register/agreements") ?><?cs
each:g = agreements ?>
<section class="agreement" aria-labelledby="t-<?cs var:g.kind ?>">
<h3 id="t-<?cs var:g.kind ?>"><?cs var:g.title ?> <span class="muted">version <?cs var:g.version ?></span></h3>
<div class="agreement-text" tabindex="0" role="region" aria-labelledby="t-<?cs var:g.kind ?>"><?cs each:l = g.lines ?>
<p><?cs var:l ?></p><?cs /each ?>
</div><?cs
if:g.kind == "baa" ?>
<?cs call:agree_box(Form.baa, "We agree to the Business Associate Agreement.", "") ?>
<?cs call:hidden_field(Form.baa_version) ?><?cs
else ?>
<?cs call:agree_box(Form.participation, "We agree to the Participation Agreement.", "") ?>
<?cs call:hidden_field(Form.participation_version) ?><?cs
/if ?>
</section><?cs /each ?>
<?cs call:text_field(Form.signed_name, "Your full name, as your signature", "You sign for your practice and say that you may do so.", "name", "middle") ?>
<?cs call:go_on("Sign and finish") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
