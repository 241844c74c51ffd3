<?cs # API tokens of the practice, and the form for one more. Expects what practice/head.cs does,
   tokens.N.{id,name,round,may,made_by,made_at,expires,used_at,state}, has_rounds, days_after, site,
   Form.{name,round,may,expires}, Form_errors, Csrf; made, made_may, made_round of a new one ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?><?cs
if:made ?><section class="panel panel-next" aria-labelledby="made">
<p class="eyebrow">Shown only now</p>
<h2 id="made">Your new token</h2>
<p>Copy it to where your program keeps its secrets. It is not stored here and cannot be shown again.</p>
<pre class="code"><?cs var:made ?></pre><?cs if:made_may != "import" ?>
<p>To fetch the charts of the round:</p>
<pre class="code">curl -H "Authorization: Bearer $TOKEN" -o charts.csv <?cs var:site ?>/api/rounds/<?cs var:made_round ?>/charts.csv</pre><?cs /if ?><?cs if:made_may != "export" ?>
<p>To check charts without writing anything (then again without <code>dry_run=1</code>):</p>
<pre class="code">curl -H "Authorization: Bearer $TOKEN" --data-binary @charts.csv "<?cs var:site ?>/api/rounds/<?cs var:made_round ?>/charts?format=csv&amp;dry_run=1"</pre><?cs /if ?>
</section><?cs /if ?>
<h2>API tokens</h2>
<p class="reading">With a token a program of yours sends or fetches the charts of one round. It acts in your name; every use is in the audit log. Give each program its own, and revoke it when it is not needed any more.</p>
<?cs if:subcount(tokens) ?><?cs call:table_start("API tokens", "stack") ?>
<thead><tr><th scope="col">Name</th><th scope="col">Round</th><th scope="col">Right</th><th scope="col">Made</th><th scope="col">Last use</th><th scope="col">State</th></tr></thead>
<tbody><?cs each:t = tokens ?>
<tr><th scope="row" data-label="Name"><?cs var:t.name ?></th><td data-label="Round"><?cs var:t.round ?></td><td data-label="Right"><?cs if:t.may == "both" ?>Import and export<?cs elif:t.may == "import" ?>Import<?cs else ?>Export<?cs /if ?></td><td data-label="Made"><time datetime="<?cs var:t.made_at.iso ?>"><?cs var:t.made_at.day ?></time> by <?cs var:t.made_by ?></td><td data-label="Last use"><?cs if:t.used_at ?><time datetime="<?cs var:t.used_at.iso ?>"><?cs var:t.used_at ?></time><?cs else ?>Never<?cs /if ?></td><td data-label="State"><?cs
if:t.state == "good" ?><?cs call:status("good", "Good until " + t.expires) ?> <form class="post-button" method="post" action="/practice/tokens/<?cs var:url(t.id) ?>/revoke"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-plain" type="submit">Revoke<span class="visually-hidden">: <?cs var:t.name ?></span></button></form><?cs
elif:t.state == "expired" ?><?cs call:status("idle", "Expired") ?><?cs else ?><?cs call:status("idle", "Revoked") ?><?cs /if ?></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?><?cs else ?>
<?cs call:empty("No token was made yet. Make one below if a program of yours is to send or fetch charts.", "", "") ?><?cs /if ?>
<h2 id="new">Make a token</h2><?cs if:has_rounds ?>
<?cs call:error_summary() ?>
<?cs call:form_start("/practice/tokens") ?>
<?cs call:text_field(Form.name, "Name", "What it is for, such as “Tumor registry export”.", "off", "middle") ?>
<?cs call:select_field(Form.round, "Round", "") ?>
<?cs call:radio_group(Form.may, "Right", "") ?>
<?cs call:date_field(Form.expires, "Last day", "At most " + days_after + " days after the last day of the round.") ?>
<?cs call:buttons("Make a token", "", "") ?>
<?cs call:form_end() ?><?cs else ?>
<?cs call:empty("Tokens are made for a round that your practice signed up for.", "/dashboard", "See the rounds") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
