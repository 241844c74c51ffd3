<?cs # The members of a network side by side in a round. Expects network.{id,name,purpose}, staff,
   rounds.N.{round_id,name,chosen}, small, least.{practices,charts}; with a round: round.{round_id,name},
   columns.N.{name,own}, absent.N.name, n_columns, n_rows, n_hidden, and modules.N.{id,title},
   .rows.N.{number,title,lower_is_better,hidden}, .national.{rate,met,of,hidden}, .cells.N.{name,
   met,of,rate,small}, .cells.N.all.{words,kind,arrow,few} ?><?cs
include:"layout/head.cs" ?><?cs include:"layout/verdict.cs" ?><?cs

def:figures(f) ?><span><strong class="figures"><?cs var:f.rate ?></strong> <span class="muted figures"><?cs var:f.met.text ?> of <?cs var:f.of.text ?></span></span><?cs /def ?><?cs

def:network_row(row) ?>
<tr><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:row.number ?></span> <?cs var:row.title ?><?cs if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th>
<td data-label="All practices"><?cs if:?row.national.rate ?><?cs call:figures(row.national) ?><?cs else ?><span class="muted"><?cs var:row.national.hidden ?></span><?cs /if ?></td><?cs
if:row.hidden ?>
<td colspan="<?cs var:n_columns ?>" class="network-hidden"><span class="muted"><?cs var:row.hidden ?></span></td><?cs
else ?><?cs each:cell = row.cells ?>
<td data-label="<?cs var:cell.name ?>"<?cs if:cell.small ?> class="small-cell"<?cs /if ?>><?cs if:?cell.rate ?><span class="peer-cell"><?cs call:figures(cell) ?> <?cs call:verdict(cell.all) ?></span><?cs else ?><span class="muted">No charts</span><?cs /if ?></td><?cs /each ?><?cs /if ?></tr><?cs /def ?>
<?cs call:page_head(network.name, network.purpose) ?><?cs
if:!subcount(rounds) ?><?cs
if:staff ?><?cs call:empty("No member has a released report in a round that it shares, so there is nothing to compare yet.", "/staff/networks/" + network.id, "See the members") ?><?cs
else ?><?cs call:empty("You see the members side by side in each round whose results your practice shares. That begins with your next released report.", "/practice/networks/" + network.id, "See the members") ?><?cs /if ?><?cs
else ?><?cs if:subcount(rounds) > #1 ?>
<form class="filter" method="get" action="/networks/<?cs var:url(network.id) ?>"><label class="filter-field"><span>Round</span><select class="form-select" name="round"><?cs each:r = rounds ?><option value="<?cs var:r.round_id ?>"<?cs if:r.chosen ?> selected<?cs /if ?>><?cs var:r.name ?></option><?cs /each ?></select></label> <button class="btn btn-plain" type="submit">Show</button></form><?cs /if ?>
<h2><?cs var:round.name ?></h2>
<p class="reading">Each rate stands with the charts that met the measure of those that count, and with how it lies to all other practices of the round. Of fewer than <?cs var:small ?> charts there are too few to tell. With many comparisons, one in twenty differs by chance alone.<?cs if:n_hidden > #0 ?> <?cs var:n_hidden ?> of <?cs var:n_rows ?> measures are not side by side: members know each other's exact counts, so the practices outside the network must be at least <?cs var:least.practices ?> with <?cs var:least.charts ?> charts, or none.<?cs /if ?></p><?cs
if:subcount(absent) ?>
<p class="reading muted">Without results in this round: <?cs each:m = absent ?><?cs if:!first(m) ?>; <?cs /if ?><?cs var:m.name ?><?cs /each ?>.</p><?cs /if ?>
<p class="downloads"><a href="/networks/<?cs var:url(network.id) ?>.csv?round=<?cs var:url(round.round_id) ?>">The same as CSV</a> <a href="<?cs if:staff ?>/staff<?cs else ?>/practice<?cs /if ?>/networks/<?cs var:url(network.id) ?>">Members and agreement</a></p>
<?cs each:m = modules ?><section aria-labelledby="module-<?cs var:m.id ?>">
<h2 id="module-<?cs var:m.id ?>"><?cs var:m.title ?></h2>
<?cs call:table_start(m.title, "stack report-table network-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col">All practices</th><?cs each:c = columns ?><th scope="col"><?cs var:c.name ?><?cs if:c.own ?> <span class="tag">Yours</span><?cs /if ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:row = m.rows ?><?cs call:network_row(row) ?><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section>
<?cs /each ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
