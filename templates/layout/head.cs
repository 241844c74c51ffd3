<?cs # The top of every page; layout/foot.cs is its end, the page's own h1 comes between.
   Page.title        words for the title bar; none on the home page
   Page.path         "/measures": marks the current item of the signed-out menu
   Page.script       "chart/main.js": a module of ours below /static/js/, if the page has one
   Page.kind         "narrow" for sign-in and wizard pages, "wide" for forms and reports
   Nav.N.{href,title,current}    the menu of a signed-in person
   User.{name,practice}, Csrf    who is signed in
   Crumb.N.{href,title}          where we are; the last one without href
   Flash.N.{kind,text}           kind: good, warn, bad or info
   Site.version      changes with the static files ?><?cs
include:"layout/form.cs" ?><!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><?cs if:Page.title ?><?cs var:Page.title ?> – <?cs /if ?>myQOPI</title>
<link rel="icon" type="image/svg+xml" href="/static/v/<?cs var:url(Site.version) ?>/img/mark.svg">
<link rel="stylesheet" href="/static/v/<?cs var:url(Site.version) ?>/bootstrap5/css/bootstrap.min.css">
<link rel="stylesheet" href="/static/v/<?cs var:url(Site.version) ?>/css/site.css">
<link rel="stylesheet" href="/static/v/<?cs var:url(Site.version) ?>/css/report.css">
<?cs if:Page.script ?><script type="module" src="/static/v/<?cs var:url(Site.version) ?>/js/<?cs var:Page.script ?>"></script>
<?cs /if ?></head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="frame top-row">
<a class="brand" href="/"><img src="/static/v/<?cs var:url(Site.version) ?>/img/mark.svg" width="30" height="30" alt=""><span>myQOPI</span></a>
<?cs include:"layout/nav.cs" ?>
</div>
</header>
<?cs if:subcount(Crumb) ?><nav class="frame crumbs" aria-label="Breadcrumb"><ol><?cs each:c = Crumb ?>
<li><?cs if:c.href ?><a href="<?cs var:link(c.href) ?>"><?cs var:c.title ?></a><?cs else ?><span aria-current="page"><?cs var:c.title ?></span><?cs /if ?></li><?cs /each ?>
</ol></nav>
<?cs /if ?><main id="main" class="frame<?cs if:Page.kind == "narrow" ?> frame-narrow<?cs elif:Page.kind == "wide" ?> frame-wide<?cs /if ?>" tabindex="-1">
<?cs each:f = Flash ?><?cs call:notice(f.kind, f.text) ?><?cs /each ?>
