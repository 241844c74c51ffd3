<?cs # An improvement plan. Expects plan.{id,measure,title,goal,owner,due,remark,word,kind,late,
   round_name,report_id,then,now,now_round}, versions.N.{version,goal,owner,due,word,kind,remark,
   changed_at,changed_by}; may_plan and Form.{goal,owner,due,state,remark,version} of who may change it. ?><?cs
include:"plan/head.cs" ?>
<?cs call:page_head("Improvement plan for " + plan.measure, plan.title) ?>
<div class="panel">
<p><?cs call:plan_state(plan) ?></p>
<p><strong><?cs var:plan.goal ?></strong></p>
<dl class="facts">
<?cs call:fact("Owner", plan.owner) ?>
<div><dt>Date</dt><dd><time datetime="<?cs var:plan.due.iso ?>"><?cs var:plan.due ?></time></dd></div>
<div><dt>Rate then</dt><dd><?cs call:plan_rate(plan.then) ?> in <?cs var:plan.round_name ?></dd></div>
<div><dt>Rate since</dt><dd><?cs if:?plan.now.rate ?><?cs call:plan_rate(plan.now) ?> in <?cs var:plan.now_round ?><?cs else ?>No later round yet<?cs /if ?></dd></div>
<?cs if:plan.remark ?><?cs call:fact("What came of it", plan.remark) ?><?cs /if ?>
</dl>
<p><a href="/reports/<?cs var:url(plan.report_id) ?>/measures/<?cs var:url(plan.measure) ?>">The measure in the report of <?cs var:plan.round_name ?></a></p>
</div><?cs if:may_plan ?>
<section aria-labelledby="change">
<h2 id="change">Change or end it</h2>
<p class="reading">On the date look at some charts again. If the change helped, keep it and end the plan; if not, change the goal and try once more.</p>
<?cs call:error_summary() ?>
<form class="form" method="post" action="/reports/plans/<?cs var:url(plan.id) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><?cs call:hidden_field(Form.version) ?>
<?cs call:plan_fields() ?>
<?cs call:radio_group(Form.state, "State", "") ?>
<?cs call:text_area(Form.remark, "What came of it", "Asked for when the plan ends. No names or numbers of patients.", 2) ?>
<?cs call:buttons("Save the plan", "/reports/plans", "All plans") ?>
</form>
</section><?cs /if ?>
<section aria-labelledby="versions">
<h2 id="versions">How it was written</h2>
<?cs call:table_start("Versions of the plan, the latest first", "stack") ?>
<thead><tr><th scope="col">Written</th><th scope="col">Goal</th><th scope="col">Owner</th><th scope="col">Date</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:w = versions ?>
<tr><th scope="row" data-label="Written"><time datetime="<?cs var:w.changed_at.iso ?>"><?cs var:w.changed_at ?></time> by <?cs var:w.changed_by ?></th><td data-label="Goal"><?cs var:w.goal ?></td><td data-label="Owner"><?cs var:w.owner ?></td><td data-label="Date"><?cs var:w.due ?></td><td data-label="State"><?cs call:status(w.kind, w.word) ?><?cs if:w.remark ?> <?cs var:w.remark ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
<?cs call:table_end() ?>
</section>
<?cs include:"layout/foot.cs" ?>
