<?cs # More time in a round. Expects practice, round, until, reason, link, support. ?>Subject: More time for <?cs var:round ?>: until <?cs var:until ?>

Hello,

ASCO staff have given <?cs var:practice ?> more time for <?cs var:round ?>.
Your last day of abstraction is now <?cs var:until ?>.

Their reason: <?cs var:reason ?>

<?cs var:link ?>

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
