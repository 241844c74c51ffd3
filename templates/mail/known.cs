<?cs # To an address that has an account, when somebody registers with it. Expects link, reset, support. ?>Subject: You have a myQOPI account already

Hello,

somebody, probably you, is registering a practice in myQOPI with this e-mail address. It has an account already, so no new one was made and nothing was changed.

To go on with the registration, sign in with your account, in the browser where you began:

<?cs var:link ?>

If you do not know your password any more, set a new one first:

<?cs var:reset ?>

If it was not you, ignore this mail.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
