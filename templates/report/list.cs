<?cs # The practice's released reports, newest round first.
   reports.N.{id,round_name,charts,released_at}; rounds_open: a round is open or being scored ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Performance reports", "One for each round your practice took part in.") ?><?cs
if:subcount(reports) ?>
<?cs call:table_start("Performance reports", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col" class="num">Charts</th><th scope="col">Released</th></tr></thead>
<tbody><?cs each:r = reports ?>
<tr><th scope="row" data-label="Round"><a href="/reports/<?cs var:url(r.id) ?>"><?cs var:r.round_name ?></a></th><td class="num" data-label="Charts"><?cs var:r.charts.text ?></td><td data-label="Released"><time datetime="<?cs var:r.released_at.iso ?>"><?cs var:r.released_at.day ?></time></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
<p><a href="/reports/plans">Improvement plans</a>: what you mean to do about a measure, and how its rate went on.</p><?cs else ?>
<?cs call:empty("There is no report yet. Two to three weeks after a round has closed, its report is here, and a mail tells you so.", "/dashboard", "See the rounds") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
