<?cs # The top of the practice's pages. Expects practice.name, Sections.N.{href,title,current}. ?>
<?cs call:page_head(practice.name, "") ?>
<nav class="jump" aria-label="Practice"><ul><?cs each:s = Sections ?>
<li><a href="<?cs var:link(s.href) ?>"<?cs if:s.current ?> aria-current="page"<?cs /if ?>><?cs var:s.title ?></a></li><?cs /each ?>
</ul></nav>
