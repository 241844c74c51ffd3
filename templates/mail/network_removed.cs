<?cs # A practice is taken out of a network. Expects network, link, support. ?>Subject: Your practice is no longer in the network <?cs var:network ?>

Hello,

ASCO staff have taken your practice out of the network <?cs var:network ?>.

From now on its members do not see your results, nor you theirs. Your own
reports are as they were:

<?cs var:link ?>

If you think that is a mistake, please answer to the address below.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
