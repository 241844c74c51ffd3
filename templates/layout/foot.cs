<?cs # The end of every page. Expects Site.support, the help address; User.name if signed in. ?></main>
<footer class="bottom">
<div class="frame bottom-row">
<p><strong>myQOPI</strong> is the registry of the Quality Oncology Practice Initiative. No patient names, record numbers or contact data are asked for here.</p>
<ul>
<li><a href="/measures">Measures</a></li>
<li><a href="/interest">International Interest Survey</a></li><?cs if:Site.support ?>
<li><a href="mailto:<?cs var:Site.support ?>">Help: <?cs var:Site.support ?></a></li><?cs /if ?>
</ul>
</div>
</footer>
</body>
</html>
