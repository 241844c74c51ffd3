<?cs # A practice was approved. Expects practice, reason, link, support. ?>Subject: Your practice is approved

Hello,

<?cs var:practice ?> is approved for QOPI. You can now sign up for a round:

<?cs var:link ?>
<?cs if:reason ?>
A note from ASCO staff:

<?cs var:reason ?>
<?cs /if ?>
myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
