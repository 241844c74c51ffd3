<?cs # One round, for staff.
   round.{id,name,state,state_word,state_look,registers,opens,closes,reports_expected,archives,edition,over,
   moves_by_dates}
   practices, charts, modules.N.title, counts.N.{from,to,charts}, Csrf
   entries.N.{practice_id,practice,track_title,modules,fte,fellows,complete,open,required}
   Form.second_share
   declarations.N.{practice_id,practice,title,eligible,required,reason}
   extensions.N.{practice_id,practice,until,reason,granted_by,ended_at}, may_extend, chosen, Form,
   Form_errors
   reports.N.{id,practice,charts,state,held,released_at}, releasable: they wait for staff; held: how many
   are held back
   work.{jobs,done,dead}   of a closed round ?><?cs
include:"round/top.cs" ?>
<?cs call:page_head(round.name, "") ?>
<?cs call:error_summary() ?>
<section class="panel panel-next" aria-labelledby="next">
<?cs if:round.state == "planned" && round.registers != round.opens ?><h2 id="next">Open sign-up</h2>
<p>From then on practices can sign up; they abstract charts from <?cs var:round.opens ?> on. Its first day of sign-up is <?cs var:round.registers ?><?cs if:round.moves_by_dates && !round.over ?>; then sign-up opens by itself<?cs /if ?>.</p>
<div class="buttons"><form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/register"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-primary" type="submit">Open sign-up</button></form><form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/open"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Open the round at once</button></form></div><?cs
elif:round.state == "planned" || round.state == "registration" ?><h2 id="next">Open the round</h2>
<p>From then on practices can <?cs if:round.state == "planned" ?>sign up and <?cs /if ?>abstract charts. Its first day is <?cs var:round.opens ?><?cs if:round.moves_by_dates && !round.over ?>; then it opens by itself<?cs /if ?>.</p>
<form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/open"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-primary" type="submit">Open the round</button></form><?cs
elif:round.state == "open" ?><h2 id="next">Close the round</h2>
<p><?cs if:round.over ?>Its last day was <?cs var:round.closes ?>.<?cs else ?>Its last day, <?cs var:round.closes ?>, is not over yet<?cs if:round.moves_by_dates ?>; after it the round closes by itself<?cs /if ?>.<?cs /if ?> Closing locks all charts, and the report workers score the practices that signed up. It cannot be undone.</p>
<form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/close"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn <?cs if:round.over ?>btn-primary<?cs else ?>btn-danger<?cs /if ?>" type="submit">Close the round</button></form><?cs
elif:round.state == "closed" && round.extensions ?><h2 id="next">The round waits for practices with more time</h2>
<p>It is closed for all others. The report workers score it when the <a href="#extensions">last extension</a> has ended.</p><?cs
elif:round.state == "closed" && releasable ?><p class="eyebrow">What to do next</p>
<h2 id="next">Look at reports, then release them</h2>
<p>All reports are built. Look at any of them <a href="#reports">below</a>; a report that is held back stays here when the others go out. Practices get a mail.</p>
<form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/release"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-primary" type="submit">Release all</button></form><?cs
elif:round.state == "closed" ?><h2 id="next">The report workers score this round</h2>
<?cs call:progress(work.done, work.jobs, "Jobs done") ?><?cs
if:work.dead ?><p><?cs call:status("bad", "Given up") ?> <?cs var:work.dead ?> of them: <a href="/staff/jobs">see why</a>.</p><?cs /if ?>
<p>Reports are expected by <?cs var:round.reports_expected ?>.</p><?cs
elif:round.state == "archived" ?><h2 id="next">The round is archived</h2>
<p>It is kept for reading. Its reports stay with the practices and count in their history.</p><?cs
elif:held ?><h2 id="next">The reports are released, but those that are held back</h2>
<p>Release them <a href="#reports">below</a>; then the round can be archived.</p><?cs
else ?><h2 id="next">The reports are released</h2>
<p>The round can be put away: practices keep its reports, and it counts in their history.<?cs if:round.moves_by_dates && round.archives ?> That happens by itself on <?cs var:round.archives ?>.<?cs /if ?></p>
<form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/archive"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Archive the round</button></form><?cs
/if ?></section>

<section aria-labelledby="practices">
<h2 id="practices">Practices</h2>
<?cs if:subcount(entries) ?><p><?cs if:practices == "1" ?>One practice has<?cs else ?><?cs var:practices.text ?> practices have<?cs /if ?> signed up; <?cs var:charts.text ?> charts are done.</p>
<?cs call:table_start("Practices that signed up", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">Takes part in</th><th scope="col">Modules</th><th scope="col" class="num">FTE</th><th scope="col" class="num">Charts done</th><th scope="col" class="num">Begun</th><th scope="col" class="num">Required a module</th></tr></thead>
<tbody><?cs each:e = entries ?>
<tr><th scope="row" data-label="Practice"><a href="/staff/practices/<?cs var:url(e.practice_id) ?>"><?cs var:e.practice ?></a> <a class="aside" href="/staff/practices/<?cs var:url(e.practice_id) ?>/rounds/<?cs var:url(round.id) ?>/selection">Chart selection<span class="visually-hidden"> of <?cs var:e.practice ?></span></a></th><td data-label="Takes part in"><?cs var:e.track_title ?></td><td data-label="Modules"><?cs var:e.modules ?></td><td class="num" data-label="FTE"><?cs var:e.fte ?></td><td class="num" data-label="Charts done"><?cs var:e.complete.text ?></td><td class="num" data-label="Begun"><?cs var:e.open.text ?></td><td class="num" data-label="Required a module"><?cs var:e.required.text ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("No practice has signed up yet.", "", "") ?><?cs /if ?>
<?cs if:subcount(declarations) ?>
<h3 id="declared">Fewer eligible charts than required</h3>
<?cs call:table_start("What practices declared", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">Module</th><th scope="col" class="num">Eligible</th><th scope="col" class="num">Required</th><th scope="col">Reason</th></tr></thead>
<tbody><?cs each:d = declarations ?>
<tr><th scope="row" data-label="Practice"><a href="/staff/practices/<?cs var:url(d.practice_id) ?>"><?cs var:d.practice ?></a></th><td data-label="Module"><?cs var:d.title ?></td><td class="num" data-label="Eligible"><?cs var:d.eligible.text ?></td><td class="num" data-label="Required"><?cs if:?d.required ?><?cs var:d.required.text ?><?cs else ?>–<?cs /if ?></td><td data-label="Reason"><?cs var:d.reason ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /if ?>
</section>

<?cs if:subcount(reports) ?><section aria-labelledby="reports">
<h2 id="reports">Reports</h2>
<?cs call:table_start("Reports of the round", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col" class="num">Charts</th><th scope="col">State</th><th scope="col"><span class="visually-hidden">What to do</span></th></tr></thead>
<tbody><?cs each:p = reports ?>
<tr><th scope="row" data-label="Practice"><a href="/staff/reports/<?cs var:url(p.id) ?>"><?cs var:p.practice ?></a></th><td class="num" data-label="Charts"><?cs var:p.charts.text ?></td><td data-label="State"><?cs if:p.state == "released" ?><?cs call:status("idle", "Released") ?> <?cs var:p.released_at.day ?><?cs elif:p.held ?><?cs call:status("warn", "Held back") ?><?cs else ?><?cs call:status("info", "Built") ?><?cs /if ?></td><td><?cs if:p.state == "built" ?><form class="post-button" method="post" action="/staff/reports/<?cs var:url(p.id) ?>/<?cs if:p.held ?>release<?cs else ?>hold<?cs /if ?>"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit"><?cs if:p.held ?>Release it<?cs else ?>Hold it back<?cs /if ?><span class="visually-hidden">: <?cs var:p.practice ?></span></button></form><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section><?cs /if ?>
<?cs if:subcount(entries) && (may_extend || subcount(extensions)) ?><section aria-labelledby="extensions">
<h2 id="extensions">More time for a practice</h2>
<?cs if:subcount(extensions) ?><?cs call:table_start("Practices with more time", "stack") ?>
<thead><tr><th scope="col">Practice</th><th scope="col">Last day</th><th scope="col">Reason</th><th scope="col">Granted by</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:x = extensions ?>
<tr><th scope="row" data-label="Practice"><a href="/staff/practices/<?cs var:url(x.practice_id) ?>"><?cs var:x.practice ?></a></th><td data-label="Last day"><time datetime="<?cs var:x.until.iso ?>"><?cs var:x.until ?></time></td><td data-label="Reason"><?cs var:x.reason ?></td><td data-label="Granted by"><?cs var:x.granted_by ?></td><td data-label="State"><?cs if:?x.ended_at ?><?cs call:status("idle", "Ended") ?> <time datetime="<?cs var:x.ended_at.iso ?>"><?cs var:x.ended_at.day ?></time><?cs else ?><?cs call:status("info", "Runs") ?> <form class="post-button" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/extensions/<?cs var:url(x.practice_id) ?>/end"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">End it now<span class="visually-hidden">: <?cs var:x.practice ?></span></button></form><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /if ?><?cs if:may_extend ?>
<p>The practice may abstract until its own last day although the round is closed for all others. No practice is scored before the last extension has ended. A mail tells the practice, with your reason.</p>
<form class="form" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/extensions" novalidate><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<?cs call:field_start(Form.practice, "Practice") ?><select class="form-select field-middle" id="f-practice" name="practice"<?cs call:field_state(Form.practice, "") ?>><option value="">Choose…</option><?cs each:e = entries ?>
<option value="<?cs var:e.practice_id ?>"<?cs if:e.practice_id == chosen ?> selected<?cs /if ?>><?cs var:e.practice ?></option><?cs /each ?>
</select><?cs call:field_end(Form.practice, "") ?>
<?cs call:date_field(Form.until, "Last day", "") ?>
<?cs call:text_field(Form.reason, "Reason", "", "off", "wide") ?>
<?cs call:buttons("Give more time", "", "") ?>
</form><?cs /if ?>
</section><?cs /if ?>

<?cs if:round.state != "archived" ?><section aria-labelledby="settings">
<h2 id="settings">Settings</h2>
<form class="form" method="post" action="/staff/rounds/<?cs var:url(round.id) ?>/settings"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>">
<label class="choice"><input class="form-check-input" type="checkbox" name="by_dates" value="yes"<?cs if:round.moves_by_dates ?> checked<?cs /if ?>><span>Move by its dates: sign-up, opening, closing and archiving happen by themselves</span></label>
<label class="choice"><input class="form-check-input" type="checkbox" name="by_hand" value="yes"<?cs if:round.release_by_hand ?> checked<?cs /if ?>><span>Release the reports only when staff have looked at them and say so</span></label>
<?cs call:number_field(Form.second_share, "Completed charts abstracted a second time", "Of each practice, where it wants to know how far two people agree; at least 2 charts.", "percent") ?>
<div class="buttons"><button class="btn btn-plain" type="submit">Save the settings</button></div>
</form>
</section><?cs /if ?>

<section aria-labelledby="asks">
<h2 id="asks">What the round asks</h2>
<?cs call:round_dates() ?>
<h3>Modules</h3>
<ul><?cs each:m = modules ?>
<li><?cs var:m.title ?></li><?cs /each ?>
</ul>
<h3>Charts</h3>
<p><a href="/staff/rounds/<?cs var:url(round.id) ?>/criteria">Selection criteria</a>: which patients' charts each module takes, and in what order.</p>
<div class="reading"><?cs call:chart_counts() ?></div>
<p>Besides, <?cs var:round.charts_a_physician ?> charts a module of each physician with figures of their own, and <?cs var:round.charts_a_fellow ?> of each fellow in the Fellowship Program Track.</p>
<p class="muted">Scored by the measure catalogue <?cs var:round.edition ?>.</p>
</section>
<?cs include:"layout/foot.cs" ?>
