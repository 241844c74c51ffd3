<?cs # The members of a network side by side in a round. Expects network.{id,name,purpose}, staff,
   rounds.N.{round_id,name,chosen}, small, least.{practices,charts}; with a round: round.{round_id,name},
   columns.N.{name,own}, absent.N.name, n_columns, n_rows, n_hidden, and modules.N.{id,title},
   .rows.N.{number,title,lower_is_better,hidden}, .national.{rate,met,of,hidden}, .cells.N.{name,
   met,of,rate,small}, .cells.N.all.{words,kind,arrow,few} ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/verdict.cs" ?><?cs

def:figures(fig) ?><span><strong class="figures"><?cs var:fig.rate ?></strong> <span class="muted figures"><?cs var:fig.met.text ?> of <?cs var:fig.of.text ?></span></span><?cs /def ?><?cs

def:network_row(side) ?>
<tr><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:side.number ?></span> <?cs var:side.title ?><?cs if:side.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th>
<td data-label="All practices"><?cs if:?side.national.rate ?><?cs call:figures(side.national) ?><?cs else ?><span class="muted"><?cs var:side.national.hidden ?></span><?cs /if ?></td><?cs
if:side.hidden ?>
<td colspan="<?cs var:n_columns ?>" class="network-hidden"><span class="muted"><?cs var:side.hidden ?></span></td><?cs
else ?><?cs each:beside = side.cells ?>
<td data-label="<?cs var:beside.name ?>"<?cs if:beside.small ?> class="small-cell"<?cs /if ?>><?cs if:?beside.rate ?><span class="peer-cell"><?cs call:figures(beside) ?> <?cs call:verdict(beside.all) ?></span><?cs else ?><span class="muted">No charts</span><?cs /if ?></td><?cs /each ?><?cs /if ?></tr><?cs /def ?>
<?cs call:page_head(network.name, network.purpose) ?><?cs
if:!subcount(rounds) ?><?cs
if:staff ?><?cs call:empty("No member has a released report in a round that it shares, so there is nothing to compare yet.", "/staff/networks/" + network.id, "See the members") ?><?cs
else ?><?cs call:empty("You see the members side by side in each round whose results your practice shares. That begins with your next released report.", "/practice/networks/" + network.id, "See the members") ?><?cs /if ?><?cs
else ?><?cs if:subcount(rounds) > #1 ?>
<form class="filter" method="get" action="/networks/<?cs var:url(network.id) ?>"><label class="filter-field"><span>Round</span><select class="form-select" name="round"><?cs each:choice = rounds ?><option value="<?cs var:choice.round_id ?>"<?cs if:choice.chosen ?> selected<?cs /if ?>><?cs var:choice.name ?></option><?cs /each ?></select></label> <button class="btn btn-plain" type="submit">Show</button></form><?cs /if ?>
<h2><?cs var:round.name ?></h2>
<p class="reading">Each rate stands with the charts that met the measure of those that count, and with how it lies to all other practices of the round. Of fewer than <?cs var:small ?> charts there are too few to tell. With many comparisons, one in twenty differs by chance alone.<?cs if:n_hidden > #0 ?> <?cs var:n_hidden ?> of <?cs var:n_rows ?> measures are not side by side: members know each other's exact counts, so the practices outside the network must be at least <?cs var:least.practices ?> with <?cs var:least.charts ?> charts, or none.<?cs /if ?></p><?cs
if:subcount(absent) ?>
<p class="reading muted">Without results in this round: <?cs each:gone = absent ?><?cs if:!first(gone) ?>; <?cs /if ?><?cs var:gone.name ?><?cs /each ?>.</p><?cs /if ?>
<p class="downloads"><a href="/networks/<?cs var:url(network.id) ?>.csv?round=<?cs var:url(round.round_id) ?>">The same as CSV</a> <a href="<?cs if:staff ?>/staff<?cs else ?>/practice<?cs /if ?>/networks/<?cs var:url(network.id) ?>">Members and agreement</a></p>
<?cs each:group = modules ?><section aria-labelledby="module-<?cs var:group.id ?>">
<h2 id="module-<?cs var:group.id ?>"><?cs var:group.title ?></h2>
<?cs call:table_start(group.title, "stack report-table network-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col">All practices</th><?cs each:column = columns ?><th scope="col"><?cs var:column.name ?><?cs if:column.own ?> <span class="tag">Yours</span><?cs /if ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:line = group.rows ?><?cs call:network_row(line) ?><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section>
<?cs /each ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
