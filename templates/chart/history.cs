<?cs # The changes of a chart's answers, the latest first. Expects chart.{id,number,label},
   changes.N.{question,before,after,version,changed_at,name,role,reason},
   reopened.N.{reason,reopened_at,name}, confirmed.N.{question,finding,reason,confirmed_at,name},
   chart.time, times.N.{section,time}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("History of chart " + chart.number, chart.label) ?>
<ul class="doors"><li><a href="/charts/<?cs var:url(chart.id) ?>">Back to the chart</a></li></ul>
<?cs if:subcount(changes) ?><?cs call:table_start("Changes of answers, the latest first", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Who</th><th scope="col">When</th><?cs if:subcount(reopened) ?><th scope="col">Why, after it was complete</th><?cs /if ?></tr></thead>
<tbody><?cs each:c = changes ?>
<tr><td data-label="Question"><?cs var:c.question ?></td><td data-label="Before"><?cs if:c.version == #1 ?>–<?cs else ?><?cs var:c.before ?><?cs /if ?></td><td data-label="After"><?cs var:c.after ?></td><td data-label="Who"><?cs var:c.name ?><br><span class="muted"><?cs var:c.role ?></span></td><td data-label="When"><time datetime="<?cs var:c.changed_at.iso ?>"><?cs var:c.changed_at ?></time></td><?cs if:subcount(reopened) ?><td data-label="Why, after it was complete"><?cs if:c.reason ?><?cs var:c.reason ?><?cs else ?>–<?cs /if ?></td><?cs /if ?></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("No answer was given yet.", "", "") ?><?cs /if ?>
<?cs if:subcount(reopened) ?><h2>Opened again</h2>
<?cs call:table_start("When the chart was opened again, the latest first", "stack") ?>
<thead><tr><th scope="col">Why</th><th scope="col">Who</th><th scope="col">When</th></tr></thead>
<tbody><?cs each:r = reopened ?>
<tr><td data-label="Why"><?cs var:r.reason ?></td><td data-label="Who"><?cs var:r.name ?></td><td data-label="When"><time datetime="<?cs var:r.reopened_at.iso ?>"><?cs var:r.reopened_at ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs /if ?>
<?cs if:subcount(confirmed) ?><h2>Unlikely answers that were confirmed</h2>
<?cs call:table_start("Confirmed answers", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">What is unlikely</th><th scope="col">Why it is right</th><th scope="col">Who</th><th scope="col">When</th></tr></thead>
<tbody><?cs each:c = confirmed ?>
<tr><td data-label="Question"><?cs var:c.question ?></td><td data-label="What is unlikely"><?cs var:c.finding ?></td><td data-label="Why it is right"><?cs var:c.reason ?></td><td data-label="Who"><?cs var:c.name ?></td><td data-label="When"><time datetime="<?cs var:c.confirmed_at.iso ?>"><?cs var:c.confirmed_at ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs /if ?>
<?cs if:chart.time ?><h2>Time</h2>
<p>Measured while somebody works on the page, without idle time: <?cs var:chart.time ?> in all.</p>
<dl class="facts"><?cs each:t = times ?><?cs call:fact(t.section, t.time) ?><?cs /each ?></dl><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
