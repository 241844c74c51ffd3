<?cs # Macros for the peer groups of a report, on top of those of levels.cs: peers.N.{title,division,any};
   peer_rows.N as a line of part.cs, with .cells.N.{title,rate,of,hidden,words,kind,arrow} ?><?cs
include:"layout/levels.cs" ?><?cs

def:peer_row(row) ?>
<tr<?cs if:row.small ?> class="small-number"<?cs /if ?>><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:row.number ?></span> <?cs var:row.title ?><?cs if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th>
<td class="num" data-label="Your rate"><?cs if:?row.rate ?><strong class="figures"><?cs var:row.rate ?></strong><?cs else ?><span class="muted">No rate</span><?cs /if ?></td><?cs each:cell = row.cells ?>
<td data-label="<?cs var:cell.title ?>"><?cs if:?cell.rate ?><span class="peer-cell"><span><span class="figures"><?cs var:cell.rate ?></span> <span class="muted figures">of <?cs var:cell.of.text ?></span></span> <?cs call:verdict(cell) ?></span><?cs else ?><span class="peer-hidden"><?cs var:cell.hidden ?></span><?cs /if ?></td><?cs /each ?></tr><?cs /def ?><?cs

def:report_peers() ?><section aria-labelledby="peers">
<h2 id="peers">Your peer groups</h2>
<p class="reading">Practices of this round that are like yours: <?cs each:peer = peers ?><?cs if:!first(peer) ?>; <?cs /if ?><?cs var:peer.division ?>: <?cs var:peer.title ?><?cs if:!peer.any ?> (too few for any figure)<?cs /if ?><?cs /each ?>. Below each group's rate stands how yours compares with that of its other practices.</p><?cs
if:subcount(peer_rows) ?>
<?cs call:table_start("Your peer groups", "stack report-table peer-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Your rate</th><?cs each:peer = peers ?><th scope="col"><?cs var:peer.title ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:row = peer_rows ?><?cs call:peer_row(row) ?><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?>
<p class="empty-line">No group has enough practices to show its figures. The comparison with all practices is above.</p><?cs /if ?>
</section>
<?cs /def ?>
