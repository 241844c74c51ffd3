<?cs # What the practice signed. Expects what head.cs does, and signatures.N. ?><?cs
include:"practice/head.cs" ?>
<?cs call:practice_sections() ?>
<h2>Agreements</h2><?cs if:subcount(signatures) ?>
<?cs call:signatures_table() ?><?cs else ?>
<?cs call:empty("No agreement is signed here yet.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
