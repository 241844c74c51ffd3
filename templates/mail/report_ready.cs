<?cs # A performance report is ready. Expects practice, round, link, support. ?>Subject: Your performance report of <?cs var:round ?> is ready

Hello,

the performance report of <?cs var:practice ?> for <?cs var:round ?> is ready:

<?cs var:link ?>

It shows your rate for each measure with its 95 % interval, beside the
aggregate of all practices that took part.

myQOPI
<?cs if:support ?><?cs var:support ?>
<?cs /if ?>
