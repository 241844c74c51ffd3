<?cs # Macros for figures of the sites, physicians or fellows of a practice. A level is
   {code,title}, rows.N.{number,title,lower_is_better,practice}, rows.N.cells.N.{name,rate,of,small}
   where it has several units, and units.N.{name,charts}, .{all,rest}.{better,worse,same},
   .lines.N.{number,title,lower_is_better,met,of,rate,low,high,small,practice},
   .lines.N.{all,rest}.{words,kind,arrow}. Also report.{small,no_site}. ?><?cs
include:"layout/marks.cs" ?><?cs

def:unit_counts(counts) ?><span><span class="status status-good"><?cs call:shape("good") ?>better</span> in <?cs var:counts.better ?>,</span> <span><span class="status status-warn"><?cs call:shape("warn") ?>worse</span> in <?cs var:counts.worse ?>,</span> <span><span class="status status-idle"><?cs call:shape("idle") ?>the same</span> in <?cs var:counts.same ?></span><?cs /def ?><?cs

def:unit_line(row) ?>
<tr<?cs if:row.small ?> class="small-number"<?cs /if ?>><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:row.number ?></span> <?cs var:row.title ?><?cs if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th>
<td class="num" data-label="Met of charts"><span class="figures"><?cs var:row.met.text ?> of <?cs var:row.of.text ?></span></td>
<td class="num" data-label="Rate"><?cs if:?row.rate ?><span><strong class="figures"><?cs var:row.rate ?></strong><span class="interval figures"><?cs var:row.low.number ?>–<?cs var:row.high ?></span></span><?cs else ?><span class="muted">No rate</span><?cs /if ?></td>
<td class="num" data-label="Whole practice"><?cs if:?row.practice ?><span class="figures"><?cs var:row.practice ?></span><?cs else ?><span class="muted">No rate</span><?cs /if ?></td>
<td data-label="All other practices"><?cs call:verdict(row.all) ?></td>
<td data-label="Rest of the practice"><?cs call:verdict(row.rest) ?></td></tr><?cs /def ?><?cs

def:report_unit(u) ?><details class="unit"><summary><strong><?cs var:u.name ?></strong> <span class="muted"><?cs if:u.charts == "1" ?>one chart<?cs else ?><?cs var:u.charts.text ?> charts<?cs /if ?>; beside all other practices better in <?cs var:u.all.better ?>, worse in <?cs var:u.all.worse ?></span></summary>
<ul class="unit-counts"><li><span>Beside all other practices:</span> <?cs call:unit_counts(u.all) ?></li>
<li><span>Beside the rest of the practice:</span> <?cs call:unit_counts(u.rest) ?></li></ul><?cs
if:subcount(u.lines) ?>
<?cs call:table_start(u.name, "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Met of charts</th><th scope="col" class="num">Rate</th><th scope="col" class="num">Whole practice</th><th scope="col"><span class="visually-hidden">Compared with: </span>All other practices</th><th scope="col"><span class="visually-hidden">Compared with: </span>Rest of the practice</th></tr></thead>
<tbody><?cs each:line = u.lines ?><?cs call:unit_line(line) ?><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs else ?><p class="empty-line">No completed chart.</p><?cs /if ?></details>
<?cs /def ?><?cs

def:side_by_side(level) ?><details class="unit side-by-side"><summary><strong>All of them side by side</strong> <span class="muted">rates only</span></summary>
<?cs call:table_start("Rates of all of them", "stack report-table") ?>
<thead><tr><th scope="col">Measure</th><th scope="col" class="num">Whole practice</th><?cs each:u = level.units ?><th scope="col" class="num"><?cs var:u.name ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:row = level.rows ?>
<tr><th scope="row" data-label="Measure"><span class="measure-number"><?cs var:row.number ?></span> <?cs var:row.title ?><?cs if:row.lower_is_better ?> <span class="tag">Lower is better</span><?cs /if ?></th><td class="num" data-label="Whole practice"><span class="figures"><?cs var:row.practice ?></span></td><?cs
each:cell = row.cells ?><td class="num<?cs if:cell.small ?> small-cell<?cs /if ?>" data-label="<?cs var:cell.name ?>"><?cs if:?cell.rate ?><span><span class="figures"><?cs var:cell.rate ?></span> <span class="muted figures">of <?cs var:cell.of.text ?></span></span><?cs else ?><span class="muted">–</span><?cs /if ?></td><?cs /each ?></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?></details>
<?cs /def ?><?cs

def:report_level(level) ?><section aria-labelledby="level-<?cs var:level.code ?>">
<h2 id="level-<?cs var:level.code ?>"><?cs var:level.title ?></h2>
<p class="reading"><?cs if:level.code == "site" ?>Charts by the site where the patient is treated.<?cs if:report.no_site ?> <?cs var:report.no_site.text ?> of the practice's charts name no site and are in none of these figures.<?cs /if ?><?cs
elif:level.code == "physician" ?>Charts by the physician whose patient it is, of the physicians for whom the practice asked this at sign-up.<?cs
else ?>Charts by the fellow who abstracted them, since fellows do not abstract charts of their own patients: these figures are of the charts a fellow worked on, not of the care that the fellow gave.<?cs /if ?> Each is compared with all other practices and with the rest of the practice; with fewer than <?cs var:report.small ?> charts there are too few to tell. With many comparisons, one in twenty differs by chance alone.</p>
<?cs each:u = level.units ?><?cs call:report_unit(u) ?><?cs /each ?><?cs if:subcount(level.rows) ?><?cs call:side_by_side(level) ?><?cs /if ?>
</section>
<?cs /def ?>
