<?cs # The audit log. Expects lines.N.{id,at,account,practice,action,detail}. ?><?cs
include:"layout/head.cs" ?>
<?cs call:page_head("Audit log", "The newest 200 lines. Each line carries the hash of the one before it; `qopi audit verify` checks the chain.") ?>
<?cs if:subcount(lines) ?><?cs call:table_start("Audit log", "stack") ?>
<thead><tr><th scope="col" class="num">Line</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Practice</th><th scope="col">What</th></tr></thead>
<tbody><?cs each:l = lines ?>
<tr><td data-label="Line" class="num"><?cs var:l.id ?></td><td data-label="When"><time datetime="<?cs var:l.at.iso ?>"><?cs var:l.at ?></time></td><td data-label="Who"><?cs if:l.account ?><?cs var:l.account ?><?cs else ?>the program<?cs /if ?></td><td data-label="Practice"><?cs if:l.practice ?><?cs var:l.practice ?><?cs else ?>–<?cs /if ?></td><td data-label="What"><code><?cs var:l.action ?></code> <span class="muted"><?cs var:l.detail ?></span></td></tr><?cs /each ?>
</tbody><?cs call:table_end() ?>
<?cs else ?><?cs call:empty("Nothing has been done yet.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
