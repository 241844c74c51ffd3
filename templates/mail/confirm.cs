<?cs # Confirms an address. Expects link, hours, support. ?>Subject: Confirm your e-mail address for myQOPI

Hello,

please confirm your e-mail address by opening this link:

<?cs var:link ?>

If you are registering a practice, it also brings you back to your registration, in any browser. It is good for <?cs var:hours ?> hours.

If you did not ask for this, ignore this mail: without the link the account cannot be used.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
