<?cs # All improvement plans of the practice. Expects plans.N.{id,measure,goal,owner,due,word,kind,
   late,report_id} and what head.cs takes; may_plan. ?><?cs
include:"plan/head.cs" ?>
<?cs call:page_head("Improvement plans", "What your practice means to do about a measure, and how its rate went on.") ?><?cs
if:subcount(plans) ?>
<?cs call:plan_table(plans, "Improvement plans") ?>
<p class="reading muted">Open plans come first. A rate that moves may be chance: the measure's page says how much of it.</p><?cs else ?>
<?cs if:may_plan ?><?cs call:empty("There is no plan yet. Open a report, choose a measure, and make a plan below the charts that did not meet it.", "/reports", "See the reports") ?><?cs else ?><?cs call:empty("There is no plan yet. The corresponding physician or an administrator makes one from a measure of a report.", "/reports", "See the reports") ?><?cs /if ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
