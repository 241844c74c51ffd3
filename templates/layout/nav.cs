<?cs # The menu in the top line. Expects User.{name,practice}, Nav.N.{href,title,current} and
   Csrf of a signed-in person; Page.path of a visitor. ?><?cs
def:visitor_item(href, title) ?><li><a href="<?cs var:link(href) ?>"<?cs if:Page.path == href ?> aria-current="page"<?cs /if ?>><?cs var:title ?></a></li><?cs /def ?><?cs
if:User.name ?><nav class="menu" aria-label="Main"><ul><?cs each:n = Nav ?>
<li><a href="<?cs var:link(n.href) ?>"<?cs if:n.current ?> aria-current="page"<?cs /if ?>><?cs var:n.title ?></a></li><?cs /each ?>
</ul></nav>
<div class="who">
<a class="who-name" href="/account"><span class="visually-hidden">Your account: </span><?cs var:User.name ?><?cs if:User.practice ?> <span class="who-practice"><?cs var:User.practice ?></span><?cs /if ?></a>
<form method="post" action="/logout"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-quiet" type="submit">Sign out</button></form>
</div><?cs
else ?><nav class="menu" aria-label="Main"><ul>
<?cs call:visitor_item("/", "Home") ?>
<?cs call:visitor_item("/measures", "Measures") ?>
<?cs call:visitor_item("/login", "Sign in") ?>
<?cs call:visitor_item("/register", "Register") ?>
</ul></nav><?cs
/if ?>
