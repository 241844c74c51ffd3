<?cs # All rounds, for staff.
   rounds.N.{id,name,state_word,state_look,opens,closes,reports_expected,practices,charts} ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Rounds", "Two rounds a year: January to May and July to November.") ?>
<?cs if:subcount(rounds) ?><p><a class="btn btn-primary" href="/staff/rounds/new">Make a round</a></p>
<?cs call:table_start("Rounds", "stack") ?>
<thead><tr><th scope="col">Round</th><th scope="col">State</th><th scope="col">Abstraction</th><th scope="col">Reports expected</th><th scope="col" class="num">Practices</th><th scope="col" class="num">Charts done</th></tr></thead>
<tbody><?cs each:r = rounds ?>
<tr><th scope="row" data-label="Round"><a href="/staff/rounds/<?cs var:url(r.id) ?>"><?cs var:r.name ?></a></th><td data-label="State"><?cs call:status(r.state_look, r.state_word) ?></td><td data-label="Abstraction"><time datetime="<?cs var:r.opens.iso ?>"><?cs var:r.opens ?></time> to <time datetime="<?cs var:r.closes.iso ?>"><?cs var:r.closes ?></time></td><td data-label="Reports expected"><time datetime="<?cs var:r.reports_expected.iso ?>"><?cs var:r.reports_expected ?></time></td><td class="num" data-label="Practices"><?cs var:r.practices.text ?></td><td class="num" data-label="Charts done"><?cs var:r.charts.text ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><?cs call:empty("There is no round yet. Make one with its dates, modules and number of charts.", "/staff/rounds/new", "Make a round") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
