<?cs # To a person with an account who was added to a practice. Expects practice, inviter, link,
   support. ?>Subject: You were added to a practice in myQOPI

Hello,

<?cs var:inviter ?> has added you to <?cs var:practice ?> in myQOPI. Sign in with the account you have:

<?cs var:link ?>

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
