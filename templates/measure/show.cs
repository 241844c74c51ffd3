<?cs # One measure. Expects measure.{number,title,module,nqf,lower,certification,fellowship,rounds,
   sure,confidence,source,parts,any_of}, clauses.N.{title,text},
   clauses.N.lines.M.{text,wanted,opens,closes.K}, questions.N.{id,text,section},
   edition. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head(measure.title, "") ?>
<dl class="facts">
<?cs call:fact("Number", measure.number) ?>
<?cs call:fact("Module", measure.module) ?>
<?cs if:measure.nqf ?><?cs call:fact("NQF number", measure.nqf) ?><?cs /if ?>
<?cs if:measure.lower ?><?cs call:fact("Direction", "Lower is better") ?><?cs else ?><?cs call:fact("Direction", "Higher is better") ?><?cs /if ?>
<div><dt>Counts in</dt><dd><?cs if:measure.rounds ?>Rounds<?cs else ?>Registry only, off in rounds<?cs /if ?><?cs if:measure.certification ?>, certification<?cs /if ?><?cs if:measure.fellowship ?>, Fellowship Program Track<?cs /if ?></dd></div>
<?cs if:measure.parts ?><?cs call:fact("Made of", measure.parts) ?><?cs /if ?>
<?cs if:measure.any_of ?><?cs call:fact("Met by any of", measure.any_of) ?><?cs /if ?>
</dl>
<?cs if:!measure.sure ?><?cs call:notice("info", "This number was not seen in a published list of ASCO's; take it as ours.") ?><?cs /if ?>
<section>
<h2>Definition</h2>
<p class="muted">In words, and in Clinical Quality Language (HL7 CQL). A clause that is not there does not apply.</p>
<?cs each:c = clauses ?><h3><?cs var:c.title ?></h3>
<ul class="outline"><?cs each:row = c.lines ?>
<li><?cs var:row.text ?><?cs if:row.wanted ?>: <strong><?cs var:row.wanted ?></strong><?cs /if ?><?cs if:row.opens ?><ul><?cs else ?></li><?cs /if ?><?cs each:ending = row.closes ?></ul></li><?cs /each ?><?cs /each ?>
</ul>
<details><summary>In CQL</summary>
<pre class="code" tabindex="0"><code><?cs var:c.text ?></code></pre></details><?cs /each ?>
</section>
<section>
<h2>Questions asked</h2>
<?cs call:table_start("Questions of this measure", "stack") ?>
<thead><tr><th scope="col">Question</th><th scope="col">Section</th><th scope="col">Element</th></tr></thead>
<tbody><?cs each:q = questions ?>
<tr><td data-label="Question"><?cs var:q.text ?></td><td data-label="Section"><?cs var:q.section ?></td><td data-label="Element"><code><?cs var:q.id ?></code></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
</section>
<section>
<h2>Where this comes from</h2>
<p class="reading">Confidence: <strong><?cs var:measure.confidence ?></strong>. <span class="muted"><?cs var:measure.source ?></span></p>
<p class="muted">Catalogue edition <code><?cs var:edition ?></code></p>
</section>
<?cs include:"layout/foot.cs" ?>
