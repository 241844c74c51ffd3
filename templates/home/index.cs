<?cs # What QOPI is and how to take part; for everybody.
   countries.N.{name,qopi,certification}   where each is available (qopi, certification: flags)
   rounds.N.{name,opens,closes,state_word,state_look}   all rounds, newest first
   modules.N.{title,kind,about}, tracks.N.{title,about}   what a practice can choose
   User.name                               set for a signed-in person ?><?cs
include:"layout/head.cs" ?>
<section class="hero">
<div>
<p class="eyebrow">Quality Oncology Practice Initiative</p>
<h1>See the quality of your oncology care, measure by measure</h1>
<p class="lead">Twice a year, oncology practices review a sample of their own charts against evidence-based quality measures. Each practice then reads its results beside those of all others who took part.</p>
<div class="buttons"><?cs if:User.name ?><a class="btn btn-primary btn-lg" href="/dashboard">Go to your dashboard</a><?cs else ?><a class="btn btn-primary btn-lg" href="/register">New Registration</a>
<a class="btn btn-plain btn-lg" href="/login">Sign in</a><?cs /if ?></div>
<p class="muted">Registering takes about 15 minutes. Have the last name and ASCO Member ID of your corresponding physician at hand.</p>
</div>
<figure class="hero-figure">
<figcaption>What a report shows, with made-up figures</figcaption>
<dl class="hero-rates">
<div><dt>Pathology report confirming malignancy</dt><dd><?cs call:rate_bar("96.4", "97.8", "87.9", "99.0") ?></dd></div>
<div><dt>Staging documented within one month</dt><dd><?cs call:rate_bar("88.2", "80.5", "76.6", "94.5") ?></dd></div>
<div><dt>Pain assessed by the second visit</dt><dd><?cs call:rate_bar("71.0", "84.1", "57.9", "81.4") ?></dd></div>
</dl>
<?cs call:rate_legend() ?>
</figure>
</section>

<nav class="jump" aria-label="On this page"><ul>
<li><a href="#who">Who can take part</a></li>
<li><a href="#register">Registering</a></li>
<li><a href="#rounds">Rounds</a></li>
<li><a href="#modules">Modules and tracks</a></li>
<li><a href="#reports">Reports</a></li>
<li><a href="#certification">Certification</a></li>
<li><a href="#fellowship">Fellowship programs</a></li>
</ul></nav>

<section class="part" aria-labelledby="who">
<h2 id="who">Who can take part</h2>
<div class="part-body">
<p class="reading">Every oncology practice with at least one active ASCO member, in any of the countries below. More countries will follow as resources allow.</p>
<div class="two two-one">
<div>
<h3>QOPI</h3>
<ul class="country-list"><?cs each:c = countries ?><?cs if:c.qopi ?>
<li><?cs var:c.name ?></li><?cs /if ?><?cs /each ?>
</ul>
</div>
<div>
<h3>QOPI Certification</h3>
<ul class="country-list country-list-few"><?cs each:c = countries ?><?cs if:c.certification ?>
<li><?cs var:c.name ?></li><?cs /if ?><?cs /each ?>
</ul>
</div>
</div>
<p class="reading">Your country is not here? Tell us in the <a href="/interest">International Interest Survey</a> that you would like QOPI to come to you<?cs if:Site.support ?>, and <a href="mailto:<?cs var:Site.support ?>">write to us</a><?cs /if ?>.</p>
</div>
</section>

<section class="part" aria-labelledby="register">
<h2 id="register">Registering your practice</h2>
<div class="part-body">
<p class="reading">A practice registers once, before its first round.</p>
<ol class="way">
<li><h3>Name your corresponding physician</h3><p>Enter the last name and ASCO Member ID. This physician will be the main clinical contact of your practice.</p></li>
<li><h3>Agree to the ground rules</h3><p>A short list: permission to review charts, QOPI's way of selecting and abstracting them, sharing results with your clinicians.</p></li>
<li><h3>Describe your practice</h3><p>Address, sites, number of full-time equivalent (FTE) oncologists, and new patients a year. You may add an administrative contact.</p></li>
<li><h3>Sign the agreements</h3><p>The Business Associate Agreement and the participation agreement are signed here, with name and time.</p></li>
<li><h3>Join a round</h3><p>ASCO staff look at your registration. Once it is approved you sign up for a round and start with your charts.</p></li>
</ol>
<p class="muted reading">We recommend the latest version of Google Chrome or Firefox.</p>
</div>
</section>

<section class="part" aria-labelledby="rounds">
<h2 id="rounds">Data abstraction rounds</h2>
<div class="part-body"><?cs if:subcount(rounds) ?>
<?cs call:table_start("Rounds and their dates", "stack") ?><thead><tr><th scope="col">Round</th><th scope="col">Opens</th><th scope="col">Closes</th><th scope="col">Status</th></tr></thead>
<tbody><?cs each:r = rounds ?>
<tr><th scope="row"><?cs var:r.name ?></th><td data-label="Opens"><time datetime="<?cs var:r.opens.iso ?>"><?cs var:r.opens ?></time></td><td data-label="Closes"><time datetime="<?cs var:r.closes.iso ?>"><?cs var:r.closes ?></time></td><td data-label="Status"><?cs call:status(r.state_look, r.state_word) ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs else ?>
<p class="empty-line">The dates of the next round are announced here as soon as they are confirmed.</p><?cs /if ?>
<div class="reading">
<p>There are two rounds a year, each about 20 weeks long: Round One usually from January to May, Round Two from July to November. In a round your practice selects charts by QOPI's criteria and abstracts each of them into a form. How many charts are needed depends on the number of FTE oncologists in your practice. Users report about an hour for a chart; the form here is made to need far less.</p>
</div>
</div>
</section>

<section class="part" aria-labelledby="modules">
<h2 id="modules">Modules and tracks</h2>
<div class="part-body">
<p class="reading">In a standard round you complete the Core module and at least one disease or domain module of your choice. Or you select a track, which brings its own set of measures; modules may be added to it.</p>
<div class="cards"><?cs each:m = modules ?>
<div class="card-plain"><p class="card-kind"><?cs var:m.kind ?></p><h3><?cs var:m.title ?></h3><p><?cs var:m.about ?></p></div><?cs /each ?>
</div><?cs if:subcount(tracks) ?>
<h3 class="sub">Tracks</h3>
<div class="cards"><?cs each:t = tracks ?>
<div class="card-plain card-track"><h4><?cs var:t.title ?></h4><p><?cs var:t.about ?></p></div><?cs /each ?>
</div><?cs /if ?>
<p class="aside-line"><a href="/measures">Browse all measures</a></p>
</div>
</section>

<section class="part" aria-labelledby="reports">
<h2 id="reports">Performance reports</h2>
<div class="part-body reading">
<p>Two to three weeks after a round has closed we notify you that your performance report is ready in your dashboard. For each measure it shows how many charts met it, your rate with its 95 % interval, and the aggregate of all practices in the round, so that you can see where you stand and where to begin.</p>
<p>Your own scores belong to you. The aggregate is for quality improvement inside your practice.</p>
</div>
</section>

<section class="part" aria-labelledby="certification">
<h2 id="certification">QOPI Certification</h2>
<div class="part-body reading">
<p>Practices that want certification select the QOPI Certification Track; they need no other module but may add some. It is open to member practices in the countries listed above under <a href="#who">Who can take part</a>.</p>
</div>
</section>

<section class="part" aria-labelledby="fellowship">
<h2 id="fellowship">Fellowship programs</h2>
<div class="part-body">
<div class="reading">
<p>Hematology and oncology training programs can make QOPI part of what fellows do. The <strong>Fellowship Program Track</strong> combines the Core module with Symptom/Toxicity Management: measures that fit every kind of cancer and a fellow's case load. Other modules may be added.</p>
<p><strong>Each fellow abstracts 10 charts</strong>, of patients other than their own, so that the abstraction is unbiased. Programs take part at least once a year, if possible in Round One, when most of them do: that makes the fellowship aggregate a better yardstick. The report compares your program with that aggregate and with the national one.</p>
<p>Taking part can help with the program requirements of the Accreditation Council for Graduate Medical Education (ACGME) on practice-based learning, quality assessment and performance improvement:</p>
</div>
<ul class="ticks">
<li>Patient care: look at it and improve it through quality indicators</li>
<li>Medical knowledge: select, discuss and update indicators</li>
<li>Communication: talk about findings in peer review</li>
<li>Professionalism: review among peers, with concern for patients</li>
<li>Systems-based practice: see what uniform standards do</li>
<li>Practice-based improvement: review charts, find the weak spots, improve, follow up</li>
</ul>
</div>
</section>
<?cs if:!User.name ?>
<section class="closing"><h2>Ready to begin?</h2><p>All you need first is the last name and ASCO Member ID of your corresponding physician.</p><div class="buttons"><a class="btn btn-primary btn-lg" href="/register">New Registration</a></div></section>
<?cs /if ?><?cs include:"layout/foot.cs" ?>
