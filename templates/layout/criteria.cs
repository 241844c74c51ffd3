<?cs # Selection criteria of a module in plain words. Expects reference and c as page/criteria.c
   shows it: c.{min_age,diagnosis_months,diagnosis_from,first_visit_months,first_visit_from,
   visits,visit_months,visits_from,death_months,death_from,death_visits,death_visit_months}
   and asked.cancers.N; a window that is not asked has no ..._from. ?><?cs
def:months(n) ?><?cs if:n == "1" ?>1 month<?cs else ?><?cs var:n ?> months<?cs /if ?><?cs /def ?><?cs
def:count_visits(n) ?><?cs if:n == "1" ?>one office visit<?cs else ?><?cs var:n ?> office visits<?cs /if ?><?cs /def ?><?cs
def:criteria_list(asked) ?><ul class="criteria">
<li><?cs if:subcount(asked.cancers) ?>Invasive cancer of: <?cs each:k = asked.cancers ?><?cs if:!first(k) ?>, <?cs /if ?><?cs var:k ?><?cs /each ?><?cs else ?>Any invasive cancer<?cs /if ?></li><?cs
if:asked.min_age != "0" ?>
<li>At least <?cs var:asked.min_age ?> years old at diagnosis</li><?cs /if ?><?cs
if:?asked.diagnosis_from ?>
<li>Diagnosed from <time datetime="<?cs var:asked.diagnosis_from.iso ?>"><?cs var:asked.diagnosis_from ?></time> to <time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time> (<?cs call:months(asked.diagnosis_months) ?>)</li><?cs /if ?><?cs
if:?asked.first_visit_from ?>
<li>First office visit to your practice from <time datetime="<?cs var:asked.first_visit_from.iso ?>"><?cs var:asked.first_visit_from ?></time> to <time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time> (<?cs call:months(asked.first_visit_months) ?>)</li><?cs /if ?><?cs
if:?asked.visits_from ?>
<li>At least <?cs call:count_visits(asked.visits) ?> from <time datetime="<?cs var:asked.visits_from.iso ?>"><?cs var:asked.visits_from ?></time> to <time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time> (<?cs call:months(asked.visit_months) ?>)</li><?cs /if ?><?cs
if:?asked.death_from ?>
<li>Died from <time datetime="<?cs var:asked.death_from.iso ?>"><?cs var:asked.death_from ?></time> to <time datetime="<?cs var:reference.iso ?>"><?cs var:reference ?></time> (<?cs call:months(asked.death_months) ?>)<?cs if:asked.death_visits != "0" ?>, with at least <?cs call:count_visits(asked.death_visits) ?> in the <?cs call:months(asked.death_visit_months) ?> before death<?cs /if ?></li><?cs /if ?>
</ul><?cs /def ?>
