<?cs # The practice's sites. Expects what head.cs does, and sites.N.{name,city}. ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<h2>Sites</h2>
<p class="reading">Charts come from these sites.</p>
<?cs call:sites_table() ?><?cs if:Site.support ?>
<p class="muted reading">To add or to close a site, write to <a href="mailto:<?cs var:Site.support ?>"><?cs var:Site.support ?></a>.</p><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
