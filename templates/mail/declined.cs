<?cs # A practice was declined. Expects practice, reason, support. ?>Subject: Your registration was declined

Hello,

ASCO staff looked at the registration of <?cs var:practice ?> and declined it. Their reason:

<?cs var:reason ?>

If something has changed, or was a misunderstanding, write to us<?cs if:support ?> at <?cs var:support ?><?cs /if ?>.

myQOPI

