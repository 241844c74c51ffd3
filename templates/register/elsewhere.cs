<?cs # QOPI is not offered in the country of the practice. Expects country.{code,name}. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("QOPI has not come to your country yet", "") ?>
<div class="panel panel-next">
<p>Practices in <strong><?cs var:country.name ?></strong> cannot register today. QOPI grows as resources allow, and where practices ask for it counts: please tell us about yours.</p>
<div class="buttons"><a class="btn btn-primary" href="/interest?country=<?cs var:url(country.code) ?>">International Interest Survey</a><a class="btn btn-plain" href="/register/practice">Back to your practice</a></div>
</div>
<p class="reading muted">All you have entered is kept. If the country was a slip, go back and choose another one.</p>
<?cs include:"layout/foot.cs" ?>
