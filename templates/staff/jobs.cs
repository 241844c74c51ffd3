<?cs # What the report workers do and did.
   rounds.N.{round_id,round_name,done,left_over,dead,of,rate,time_left,finished}
   dead.N.{id,kind,subject,tries,cancelled,error,finished_at}
   next.N.{id,kind,subject,running,worker,tries}: what runs, and what comes next
   kinds.N.{kind,about,waiting,running,oldest_at}
   mail.{waiting,delayed,refused}, waits: jobs of a round wait for dead ones, Csrf ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Jobs", "What the report workers have to do, and what went wrong.") ?>
<p class="muted" data-fresh-note>These are the figures of this moment. <a href="/staff/jobs">Look again</a></p>
<section aria-labelledby="dead" data-fresh>
<h2 id="dead">Set aside</h2><?cs if:subcount(dead) ?>
<p>These jobs failed again and again, or were cancelled. Find out why from the error, mend it, then let them run again.<?cs if:waits ?> Until the scores of all practices are there, the figures of a round, and so all its reports, wait for them.<?cs /if ?></p>
<?cs call:table_start("Jobs that were set aside", "stack") ?>
<thead><tr><th scope="col">Job</th><th scope="col">Error</th><th scope="col" class="num">Tries</th><th scope="col">Given up</th><th scope="col"><span class="visually-hidden">What to do</span></th></tr></thead>
<tbody><?cs each:j = dead ?>
<tr><th scope="row" data-label="Job"><?cs var:j.kind ?> <span class="muted"><?cs var:j.subject ?></span></th><td data-label="Error"><?cs if:j.cancelled ?>Cancelled by staff<?cs if:j.error ?>; before that: <?cs var:j.error ?><?cs /if ?><?cs else ?><?cs var:j.error ?><?cs /if ?></td><td class="num" data-label="Tries"><?cs var:j.tries ?></td><td data-label="Given up"><time datetime="<?cs var:j.finished_at.iso ?>"><?cs var:j.finished_at ?></time></td><td><form class="post-button" method="post" action="/staff/jobs/<?cs var:url(j.id) ?>/again"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Run again<span class="visually-hidden">: <?cs var:j.kind ?> <?cs var:j.subject ?></span></button></form></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?>
<?cs call:empty("No job was given up or cancelled.", "", "") ?><?cs /if ?>
</section>

<section aria-labelledby="rounds" data-fresh>
<h2 id="rounds">Rounds</h2><?cs if:subcount(rounds) ?>
<?cs call:table_start("Jobs by round", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col">Done</th><th scope="col" class="num">Left</th><th scope="col" class="num">Set aside</th><th scope="col" class="num">A minute</th><th scope="col">Time left</th></tr></thead>
<tbody><?cs each:r = rounds ?>
<tr><th scope="row" data-label="Round"><a href="/staff/rounds/<?cs var:url(r.round_id) ?>"><?cs var:r.round_name ?></a></th><td data-label="Done"><?cs call:progress(r.done, r.of, "Jobs done of " + r.round_name) ?></td><td class="num" data-label="Left"><?cs var:r.left_over.text ?></td><td class="num" data-label="Set aside"><?cs if:r.dead ?><?cs call:status("bad", r.dead) ?><?cs else ?>0<?cs /if ?></td><td class="num" data-label="A minute"><?cs if:r.rate ?><?cs var:r.rate.text ?><?cs else ?>–<?cs /if ?></td><td data-label="Time left"><?cs var:r.time_left ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?>
<?cs call:empty("When a round closes, its scoring shows here.", "/staff/rounds", "See the rounds") ?><?cs /if ?>
</section>

<section aria-labelledby="next" data-fresh>
<h2 id="next">Running and next</h2><?cs if:subcount(next) ?>
<p>A job that is cancelled stands under “Set aside” and can run again. What it had not finished is taken back.</p>
<?cs call:table_start("Jobs that run, and the next ones", "stack") ?>
<thead><tr><th scope="col">Job</th><th scope="col">State</th><th scope="col">Worker</th><th scope="col"><span class="visually-hidden">What to do</span></th></tr></thead>
<tbody><?cs each:j = next ?>
<tr><th scope="row" data-label="Job"><?cs var:j.kind ?> <span class="muted"><?cs var:j.subject ?></span></th><td data-label="State"><?cs if:j.running ?><?cs call:status("info", "Running") ?><?cs else ?><?cs call:status("idle", "Waiting") ?><?cs /if ?></td><td data-label="Worker"><?cs if:j.worker ?><?cs var:j.worker ?><?cs else ?>–<?cs /if ?></td><td><form class="post-button" method="post" action="/staff/jobs/<?cs var:url(j.id) ?>/cancel"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Cancel<span class="visually-hidden">: <?cs var:j.kind ?> <?cs var:j.subject ?></span></button></form></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?>
<?cs call:empty("Nothing runs or waits but the jobs that are always there.", "", "") ?><?cs /if ?>
</section>

<section aria-labelledby="queue" data-fresh>
<h2 id="queue">In the queue</h2><?cs if:subcount(kinds) ?>
<?cs call:table_start("Jobs that wait or run, by kind", "stack") ?>
<thead><tr><th scope="col">Kind</th><th scope="col" class="num">Waiting</th><th scope="col" class="num">Running</th><th scope="col">Oldest since</th></tr></thead>
<tbody><?cs each:k = kinds ?>
<tr><th scope="row" data-label="Kind"><?cs var:k.kind ?></th><td class="num" data-label="Waiting"><?cs var:k.waiting.text ?></td><td class="num" data-label="Running"><?cs var:k.running.text ?></td><td data-label="Oldest since"><time datetime="<?cs var:k.oldest_at.iso ?>"><?cs var:k.oldest_at ?></time></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?>
<?cs call:empty("Nothing waits. If that stays so for more than ten minutes, look whether the report workers run: they always keep one job of their own here.", "", "") ?><?cs /if ?>
<h3>Mails</h3>
<dl class="facts">
<?cs call:fact("Waiting to be sent", mail.waiting.text) ?>
<?cs call:fact("Of these, put off by the mail server", mail.delayed.text) ?>
<?cs call:fact("Refused in the last 90 days", mail.refused.text) ?>
</dl>
</section>
<?cs include:"layout/foot.cs" ?>
