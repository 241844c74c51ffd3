<?cs # Step 2: the eight prequalification questions. Expects Form.<tick>, Steps. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/back.cs" ?>
<?cs call:page_head("New registration", "") ?>
<?cs call:steps() ?>
<h2>The ground rules</h2>
<p class="reading">QOPI works because all practices keep to the same rules. Please confirm each of them for your practice; all eight are needed to go on.</p>
<?cs call:error_summary() ?>
<?cs call:form_start("/register/terms") ?>
<?cs call:agree_box(Form.permission, "Before charts are reviewed, we obtain whatever permission our institution requires.", "") ?>
<?cs call:agree_box(Form.answers, "Those who take part have internet access, and we answer e-mails about QOPI in time.", "") ?>
<?cs call:agree_box(Form.two_rounds, "We support taking part in two rounds and follow QOPI's instructions in them.", "") ?>
<?cs call:agree_box(Form.methodology, "We follow QOPI's methodology when we select charts and abstract them.", "") ?>
<?cs call:agree_box(Form.no_payment, "We know that the time and costs of our staff are not paid for.", "") ?>
<?cs call:agree_box(Form.sharing, "We share our results with our clinicians and other staff who can act on them.", "") ?>
<?cs call:agree_box(Form.aggregate, "We do not share aggregate QOPI results outside our practice without ASCO's permission. Our own scores are ours.", "") ?>
<?cs call:agree_box(Form.audits, "We allow independent audits of a limited number of charts, chosen at random.", "") ?>
<?cs call:go_on("Continue") ?>
<?cs call:form_end() ?>
<?cs include:"layout/foot.cs" ?>
