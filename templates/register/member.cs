<?cs # Step 1: the corresponding physician. Expects Form.{last_name,member_id}, Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("New registration", "A practice registers once, before its first round. It takes about 15 minutes; what you enter is kept at each step.") ?>
<?cs call:steps() ?>
<h2>Your corresponding physician</h2>
<p class="reading">This physician is the main clinical contact of your practice. We ask the ASCO member directory whether the ID and the last name belong to an active member.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/register/member") ?>
<?cs call:text_field(Form.last_name, "Last name", "As in the ASCO membership. A fellowship program gives its representative.", "off", "middle") ?>
<?cs call:text_field(Form.member_id, "ASCO Member ID", "It stands on the membership card and in the member's ASCO account.", "off", "short") ?>
<div class="buttons"><button class="btn btn-primary" type="submit">Verify and continue</button></div>
<?cs call:form_end() ?>
<p class="muted">Does your practice take part already? <a href="/login">Sign in</a> instead.</p>
<?cs include:"layout/foot.cs" ?>
