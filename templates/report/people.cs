<?cs # The part of a report about named physicians and fellows: of all of them, or of one. Built and
   stored apart, since not everybody of the practice may read it. Expects what levels.cs does. ?><?cs
include:"layout/levels.cs" ?>
<div id="people"><?cs each:level = levels ?><?cs call:report_level(level) ?><?cs /each ?></div>
