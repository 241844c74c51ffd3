<?cs # A registration was received. Expects practice, pending, link, support. ?>Subject: We have received your registration

Hello,

thank you for registering <?cs var:practice ?> with QOPI. The agreements are signed.

ASCO staff look at each registration, usually within two business days. You get a mail when they have decided; after that your practice can sign up for a round.
<?cs if:pending ?>
The ASCO member directory did not answer when you registered. We ask it again by ourselves; you need not do anything.
<?cs /if ?>
Meanwhile you can add the people who will abstract charts:

<?cs var:link ?>

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
