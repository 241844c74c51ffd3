<?cs # To a person who was added to a practice and has no password yet. Expects practice, inviter,
   link, hours, support. ?>Subject: Your account in myQOPI

Hello,

<?cs var:inviter ?> has added you to <?cs var:practice ?> in myQOPI. Set a password to begin:

<?cs var:link ?>

The link is good once, for <?cs var:hours ?> hours. Later, ask for a new one at the sign-in page ("Forgot your password?").

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
