<?cs # After step 5: look into your mail. Expects email, hours. The same for every address. ?><?cs
set:Page.kind = "narrow" ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Look into your mail", "") ?>
<div class="panel panel-next breaks">
<p>We have sent a mail to <strong><?cs var:email ?></strong>. Open the link in it to sign the agreements: that is the last step.</p>
<p>You may do that on another computer. Your registration is kept, and the link is good for <?cs var:hours ?> hours.</p>
</div>
<h2>No mail after a few minutes?</h2>
<p class="reading">Look into the folder for unwanted mail. If the address has a typing error, <a href="/register/account">go back and send it again</a>.</p>
<?cs include:"layout/foot.cs" ?>
