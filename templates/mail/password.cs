<?cs # A link to set a new password. Expects link, hours, support. ?>Subject: Set a new password for myQOPI

Hello,

somebody, probably you, asked for a new password of your myQOPI account. Set it here:

<?cs var:link ?>

The link is good once, for <?cs var:hours ?> hours. Until you use it, your present password stays good. If you did not ask for this, ignore this mail.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
