<?cs # Charts are missing and the last day is near. Expects practice, round, days, last_day,
   modules.N.{title,complete,open,wanted}, link, support. ?>Subject: <?cs var:round ?>: <?cs if:days == "0" ?>today is the last day<?cs elif:days == "1" ?>one day left<?cs else ?><?cs var:days ?> days left<?cs /if ?>

Hello,

the last day of abstraction for <?cs var:round ?> is <?cs var:last_day ?>.
These charts of <?cs var:practice ?> are still missing:
<?cs each:m = modules ?>
  <?cs var:m.title ?>: <?cs var:m.complete ?> of <?cs var:m.wanted ?> done<?cs if:m.open ?>, <?cs var:m.open ?> more begun<?cs /if ?><?cs /each ?>

Charts that are not complete by then are not scored. Go on here:

<?cs var:link ?>

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
