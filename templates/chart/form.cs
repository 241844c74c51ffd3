<?cs # The abstraction form. Expects chart.{id,number,title,label,state,second_of,compared_at,done,all,blocking,may_edit,
   may_reopen,own,refused}, round.{id,name,closes}, chart_modules.N.title, and
   sections.N.{index,title,done,all,questions.M} with questions as layout/form.cs takes them
   and .{element,asked,answered,version}. account is who
   looks at it; queries.N.{label,element}: the open ones; Form.reason: why it is opened again; standing (a sentence) and standing.N.{number,title,code,words,missing.M}. The scripts of static/js/chart/ read the data- attributes. ?><?cs
include:"layout/head.cs" ?>
<div class="page-head"><h1><?cs var:chart.title ?><?cs if:chart.label ?> <span class="muted"><?cs var:chart.label ?></span><?cs /if ?></h1>
<p class="lead"><?cs each:m = chart_modules ?><?cs if:!first(m) ?>, <?cs /if ?><?cs var:m.title ?><?cs /each ?> · <?cs var:round.name ?>, closes <time datetime="<?cs var:round.closes.iso ?>"><?cs var:round.closes ?></time></p></div>
<?cs call:error_summary() ?>
<?cs if:?chart.compared_at ?><?cs call:notice("good", "This second abstraction is complete and was compared with the first. It stays as it is.") ?><?cs
elif:chart.state == "complete" ?><?cs if:?chart.second_of ?><?cs call:notice("good", "This second abstraction is complete. It is compared as soon as the first is complete, too.") ?><?cs else ?><?cs call:notice("good", "This chart is complete and counts.") ?><?cs /if ?><?cs if:chart.may_reopen ?><form class="form" method="post" action="/charts/<?cs var:url(chart.id) ?>/reopen" novalidate><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:text_field(Form.reason, "To change an answer, say why", "The history shows it beside each change. No names, record numbers or birth dates.", "off", "full") ?>
<div class="buttons"><button class="btn btn-plain" type="submit">Open it again</button></div></form><?cs /if ?><?cs
elif:chart.state == "ineligible" ?><?cs call:notice("warn", "This chart was found not eligible, so it counts nowhere. It can only be read.") ?><?cs
elif:chart.refused ?><?cs call:notice("warn", "You are named as the treating fellow of this chart, so somebody else abstracts it.") ?><?cs
elif:!chart.may_edit ?><?cs call:notice("info", "The round is not open, so this chart can only be read.") ?><?cs /if ?>
<?cs if:?chart.second_of && chart.may_edit ?><?cs call:notice("info", "You abstract this chart a second time. Take every answer from the patient's chart, as if nobody had done it before. It counts nowhere but in the comparison.") ?><?cs /if ?>
<?cs if:chart.own && chart.may_edit ?><?cs call:notice("warn", "You are named as the treating physician of this chart. It is better abstracted by somebody else.") ?><?cs /if ?>
<?cs if:subcount(queries) ?><div class="notice notice-warn"><?cs call:shape("warn") ?><div>Open queries, which wait for an answer: <?cs each:q = queries ?><?cs if:!first(q) ?>; <?cs /if ?><a href="/charts/<?cs var:url(chart.id) ?>/questions/<?cs var:url(q.element) ?>"><?cs var:q.label ?></a><?cs /each ?></div></div>
<?cs /if ?><ul class="doors"><?cs if:chart.may_edit && !?chart.second_of ?><li><a href="/charts/<?cs var:url(chart.id) ?>/people">Who abstracts it</a></li><?cs /if ?><li><a href="/charts/<?cs var:url(chart.id) ?>/history">History</a></li><li><a href="/charts/<?cs var:url(chart.id) ?>/print">Print it</a></li></ul>
<form class="abstraction" method="post" action="/charts/<?cs var:url(chart.id) ?>/answers" data-chart="<?cs var:chart.id ?>" data-account="<?cs var:account ?>" autocomplete="off" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<div class="abstraction-columns">
<nav class="abstraction-nav" aria-label="Sections">
<div class="abstraction-state"><?cs call:progress(chart.done, chart.all, "Questions answered") ?>
<p class="save-state" id="save-state" role="status" aria-live="polite" data-state="idle"><?cs if:chart.may_edit ?>Answers are kept when you save below.<?cs /if ?></p>
<p class="time-so-far" id="time-so-far"><?cs if:chart.time ?>Time on this chart: <?cs var:chart.time ?><?cs /if ?></p></div>
<ol><?cs each:s = sections ?>
<li data-section="<?cs var:s.index ?>"<?cs if:!s.all ?> hidden<?cs /if ?>><a href="#section-<?cs var:s.index ?>"><?cs var:s.title ?></a> <span class="figures"><?cs var:s.done ?>/<?cs var:s.all ?></span></li><?cs /each ?>
</ol>
<details class="standing" id="standing"><summary><?cs var:standing ?></summary>
<ul class="standing-list"><?cs each:m = standing ?><li data-standing="<?cs var:m.code ?>"><strong><?cs var:m.number ?></strong> <span class="standing-words"><?cs var:m.words ?></span><span class="standing-title"><?cs var:m.title ?></span><?cs if:subcount(m.missing) ?><ul><?cs each:why = m.missing ?><li><?cs var:why ?></li><?cs /each ?></ul><?cs /if ?></li><?cs /each ?></ul></details>
</nav>
<fieldset class="abstraction-questions"<?cs if:!chart.may_edit ?> disabled<?cs /if ?>>
<legend class="visually-hidden">Questions of chart <?cs var:chart.number ?></legend>
<?cs each:s = sections ?>
<section class="panel" id="section-<?cs var:s.index ?>" data-section="<?cs var:s.index ?>" data-clock="<?cs var:s.clock ?>"<?cs if:!s.all ?> hidden<?cs /if ?>>
<h2><?cs var:s.title ?></h2>
<?cs each:q = s.questions ?><div class="asking" id="q-<?cs var:q.element ?>" data-element="<?cs var:q.element ?>" data-answered="<?cs var:q.answered ?>"<?cs if:!q.asked ?> hidden<?cs /if ?>>
<?cs call:question(q) ?>
<input type="hidden" name="v_<?cs var:q.element ?>" value="<?cs var:q.version ?>"><?cs if:q.type == "choices" ?><input type="hidden" name="m_<?cs var:q.element ?>" value="yes"><?cs /if ?>
</div>
<?cs /each ?>
</section><?cs /each ?>
<?cs if:chart.may_edit ?><div class="buttons"><button class="btn btn-primary" type="submit" name="then" value="complete">Complete the chart</button><button class="btn btn-plain" type="submit" name="then" value="save">Save and stay</button><a href="/rounds/<?cs var:url(round.id) ?>/charts">Back to all charts</a></div>
<p class="muted">Completing checks the whole chart. It can be opened again until the round closes.</p>
<p class="keys-line"><button class="btn btn-quiet keys-button" type="button" hidden>Speed keys</button> <span class="muted screen-only">Dates may be typed in any usual order: 3/7/2026, 03072026, 7 Mar 2026, 2026-03-07.</span></p><?cs /if ?>
</fieldset>
</div>
</form>
<?cs if:chart.may_edit ?><p class="visually-hidden" id="keys-said" role="status"></p>
<dialog class="keys" id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Speed keys</h2>
<dl class="keys-list">
<div><dt><kbd>1</kbd> to <kbd>9</kbd></dt><dd>take that choice</dd></div>
<div><dt><kbd>n</kbd></dt><dd>not documented</dd></div>
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous question</dd></div>
<div><dt><kbd>u</kbd></dt><dd>next question without an answer</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>keep what is typed, and go to the next question</dd></div>
<div><dt><kbd>c</kbd></dt><dd>comments, evidence and queries of the question</dd></div>
<div><dt><kbd>?</kbd></dt><dd>these keys</dd></div>
</dl>
<p>They work while you are not typing into a field. In a date or number, <kbd>n</kbd> and then <kbd>Enter</kbd> says that it is not documented, <kbd>u</kbd> that it is unknown.</p>
<form method="dialog"><label class="choice"><input class="form-check-input" type="checkbox" checked><span>Use speed keys</span></label>
<div class="buttons"><button class="btn btn-primary" type="submit">Back to the chart</button></div></form>
</dialog><?cs /if ?>
<template id="message-shape"><?cs call:shape("bad") ?></template>
<?cs include:"layout/foot.cs" ?>
