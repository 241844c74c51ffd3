<?cs # Macros that show things. How to use them: templates/README.md. Expects nothing but
   their arguments and, for steps(), Steps.N.{title,state,href}. ?><?cs

# The shape that goes with a kind, so that nothing is told by color alone. ?><?cs
def:shape(kind) ?><svg class="shape shape-<?cs var:kind ?>" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><?cs
if:kind == "good" ?><circle cx="8" cy="8" r="7"></circle><path class="shape-sign" d="M4.6 8.4l2.3 2.3 4.5-5"></path><?cs
elif:kind == "warn" ?><path d="M8 1.2l7.2 13.2H.8z"></path><path class="shape-sign" d="M8 6v4M8 12.2v.2"></path><?cs
elif:kind == "bad" ?><path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"></path><path class="shape-sign" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"></path><?cs
elif:kind == "info" ?><rect x="1" y="1" width="14" height="14" rx="3"></rect><path class="shape-sign" d="M8 7.4v4.2M8 4.4v.2"></path><?cs
else ?><circle class="shape-open" cx="8" cy="8" r="6"></circle><?cs
/if ?></svg><?cs /def ?><?cs

# A status: word, color and shape. kind: good, warn, bad, info or idle. ?><?cs
def:status(kind, word) ?><span class="status status-<?cs var:kind ?>"><?cs call:shape(kind) ?><?cs var:word ?></span><?cs /def ?><?cs

# A message across the page. kind as above. ?><?cs
def:notice(kind, text) ?><div class="notice notice-<?cs var:kind ?>" role="status"><?cs call:shape(kind) ?><div><?cs var:text ?></div></div>
<?cs /def ?><?cs

# The page's heading, with a sentence below it ("" for none). ?><?cs
def:page_head(title, lead) ?><div class="page-head"><h1><?cs var:title ?></h1><?cs if:lead ?><p class="lead"><?cs var:lead ?></p><?cs /if ?></div>
<?cs /def ?><?cs

# Nothing there yet, and what to do about it (href "" for nothing). ?><?cs
def:empty(text, href, label) ?><div class="empty"><p><?cs var:text ?></p><?cs if:href ?><a class="btn btn-primary" href="<?cs var:link(href) ?>"><?cs var:label ?></a><?cs /if ?></div>
<?cs /def ?><?cs

# One line of a <dl class="facts">. ?><?cs
def:fact(term, value) ?><div><dt><?cs var:term ?></dt><dd><?cs if:?value ?><?cs var:value ?><?cs else ?>–<?cs /if ?></dd></div>
<?cs /def ?><?cs

# Around <thead> and <tbody>: scrolls by itself where the page is narrow. With class
  "stack" rows become cards instead, each td naming its column in data-label. ?><?cs
def:table_start(caption, class) ?><div class="table-frame<?cs if:class == "stack" ?> table-frame-stack<?cs /if ?>"<?cs if:class != "stack" ?> role="region" aria-label="<?cs var:caption ?>" tabindex="0"<?cs /if ?>><table class="table data <?cs var:class ?>"><caption class="visually-hidden"><?cs var:caption ?></caption>
<?cs /def ?><?cs
def:table_end() ?></table></div>
<?cs /def ?><?cs

# The steps of a wizard from Steps.N.{title,state,href}; state: done, current or open. ?><?cs
def:steps() ?><?cs if:subcount(Steps) ?><nav aria-label="Steps"><ol class="steps"><?cs each:s = Steps ?>
<li class="step step-<?cs var:s.state ?>"<?cs if:s.state == "current" ?> aria-current="step"<?cs /if ?>><?cs if:s.href && s.state == "done" ?><a href="<?cs var:link(s.href) ?>"><?cs var:s.title ?></a><?cs else ?><span><?cs var:s.title ?></span><?cs /if ?><?cs if:s.state == "done" ?><span class="visually-hidden"> (done)</span><?cs /if ?></li><?cs /each ?>
</ol></nav>
<?cs /if ?><?cs /def ?><?cs

# How far something is: two whole numbers. ?><?cs
def:progress(done, of, label) ?><div class="progress-line"><progress class="meter" value="<?cs var:done ?>" max="<?cs var:of ?>" aria-label="<?cs var:label ?>"></progress><span class="figures"><?cs var:done ?> of <?cs var:of ?></span></div><?cs /def ?><?cs

# A rate at a glance, all as bare numbers from 0 to 100 ("75.0"): the practice's own as a
  bar, its 95 % interval as whiskers, all practices as a marker. Give a name that is not
  set for what there is none of. ?><?cs
def:rate_bar(own, aggregate, low, high) ?><svg class="rate-bar" role="img" width="100%" height="24" aria-label="<?cs if:?own ?>This practice <?cs var:own ?> %<?cs if:?low ?>, 95 % interval <?cs var:low ?> to <?cs var:high ?> %<?cs /if ?><?cs else ?>No rate for this practice<?cs /if ?><?cs if:?aggregate ?>; all practices <?cs var:aggregate ?> %<?cs /if ?>"><rect class="rate-track" x="0" y="6" width="100%" height="12" rx="2"></rect><?cs
if:?own ?><rect class="rate-own" x="0" y="6" width="<?cs var:own ?>%" height="12" rx="2"></rect><?cs /if ?><?cs
if:?own && ?low ?><line class="rate-whisker" x1="<?cs var:low ?>%" x2="<?cs var:high ?>%" y1="12" y2="12"></line><line class="rate-whisker" x1="<?cs var:low ?>%" x2="<?cs var:low ?>%" y1="8" y2="16"></line><line class="rate-whisker" x1="<?cs var:high ?>%" x2="<?cs var:high ?>%" y1="8" y2="16"></line><?cs /if ?><?cs
if:?aggregate ?><line class="rate-aggregate-edge" x1="<?cs var:aggregate ?>%" x2="<?cs var:aggregate ?>%" y1="1" y2="23"></line><line class="rate-aggregate" x1="<?cs var:aggregate ?>%" x2="<?cs var:aggregate ?>%" y1="1" y2="23"></line><?cs /if ?></svg><?cs /def ?><?cs

# What the parts of rate_bar mean; once on a page that has them. ?><?cs
def:rate_legend() ?><p class="rate-legend"><span><svg width="22" height="12" aria-hidden="true"><rect class="rate-own" y="1" width="22" height="10" rx="2"></rect></svg> This practice</span> <span><svg width="22" height="12" aria-hidden="true"><line class="rate-whisker rate-whisker-alone" x1="1" x2="21" y1="6" y2="6"></line><line class="rate-whisker rate-whisker-alone" x1="1" x2="1" y1="2" y2="10"></line><line class="rate-whisker rate-whisker-alone" x1="21" x2="21" y1="2" y2="10"></line></svg> 95 % interval</span> <span><svg width="10" height="16" aria-hidden="true"><line class="rate-aggregate" x1="5" x2="5" y1="0" y2="16"></line></svg> All practices</span></p><?cs /def ?>
