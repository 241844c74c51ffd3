<?cs # What the practice signed. Expects what sections.cs does, and signatures.N. ?><?cs
include:"layout/head.cs" ?><?cs include:"practice/tables.cs" ?><?cs include:"practice/sections.cs" ?>
<h2>Agreements</h2><?cs if:subcount(signatures) ?>
<?cs call:signatures_table() ?><?cs else ?>
<?cs call:empty("No agreement is signed here yet.", "", "") ?><?cs /if ?>
<?cs include:"layout/foot.cs" ?>
