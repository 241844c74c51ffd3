<?cs # A practice is invited to a network. Expects network, purpose, link, support. ?>Subject: Invitation to the network <?cs var:network ?>

Hello,

ASCO staff invite your practice to the network <?cs var:network ?>:

<?cs var:purpose ?>

Members of a network see each other's results side by side. What would be
shared, and with whom, stands here; you accept or refuse there:

<?cs var:link ?>

Nothing is shared until you accept, and you can leave at any time.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
