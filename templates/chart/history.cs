<?cs # The changes of a chart's answers, the latest first. Expects chart.{id,number,label},
   changes.N.{question,before,after,version,changed_at,name,role}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("History of chart " + chart.number, chart.label) ?>
<ul class="doors"><li><a href="/charts/<?cs var:url(chart.id) ?>">Back to the chart</a></li></ul>
<?cs if:subcount(changes) ?><?cs call:table_start("Changes of answers, the latest first", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Who</th><th scope="col">When</th></tr></thead>
<tbody><?cs each:c = changes ?>
<tr><td data-label="Question"><?cs var:c.question ?></td><td data-label="Before"><?cs if:c.version == #1 ?>–<?cs else ?><?cs var:c.before ?><?cs /if ?></td><td data-label="After"><?cs var:c.after ?></td><td data-label="Who"><?cs var:c.name ?><br><span class="muted"><?cs var:c.role ?></span></td><td data-label="When"><time datetime="<?cs var:c.changed_at.iso ?>"><?cs var:c.changed_at ?></time></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("No answer was given yet.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
