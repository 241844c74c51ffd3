<?cs # The top of a page with macros for improvement plans: a plan's fields from Form.{goal,owner,due}, and p.{then,now}.
   {rate,met,of}, p.round_name, p.now_round: how the measure stood and stands. ?><?cs
include:"layout/head.cs" ?><?cs
def:plan_fields() ?><?cs call:text_area(Form.goal, "Goal", "One change that is small enough to be tried, and how you will see whether it helped: “From March on a nurse asks about pain before each visit; 20 charts in May.” No names or numbers of patients.", 3) ?>
<?cs call:select_field(Form.owner, "Owner", "Who sees to it: one person.") ?>
<?cs call:date_field(Form.due, "Date", "When you look again: did it help, and is it kept, changed or dropped?") ?><?cs /def ?><?cs

def:plan_rate(rate) ?><?cs if:?rate.rate ?><span class="figures"><?cs var:rate.rate ?> (<?cs var:rate.met.text ?> of <?cs var:rate.of.text ?>)</span><?cs else ?>No rate<?cs /if ?><?cs /def ?><?cs

def:plan_state(p) ?><?cs call:status(p.kind, p.word) ?><?cs if:p.late ?> <?cs call:status("warn", "Past its date") ?><?cs /if ?><?cs /def ?><?cs

def:plan_table(plans, caption) ?><?cs call:table_start(caption, "stack") ?>
<thead><tr><th scope="col">Goal</th><th scope="col">Measure</th><th scope="col">Owner</th><th scope="col">Date</th><th scope="col">Rate then</th><th scope="col">Rate since</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:p = plans ?>
<tr><th scope="row" data-label="Goal"><a href="/reports/plans/<?cs var:url(p.id) ?>"><?cs var:p.goal ?></a></th><td data-label="Measure"><a href="/reports/<?cs var:url(p.report_id) ?>/measures/<?cs var:url(p.measure) ?>"><?cs var:p.measure ?></a></td><td data-label="Owner"><?cs var:p.owner ?></td><td data-label="Date"><time datetime="<?cs var:p.due.iso ?>"><?cs var:p.due ?></time></td><td data-label="Rate then"><?cs call:plan_rate(p.then) ?> in <?cs var:p.round_name ?></td><td data-label="Rate since"><?cs if:?p.now.rate ?><?cs call:plan_rate(p.now) ?> in <?cs var:p.now_round ?><?cs else ?><span class="muted">No later round yet</span><?cs /if ?></td><td data-label="State"><?cs call:plan_state(p) ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?><?cs /def ?>
