<?cs # The macros of show.cs and verdict.cs, for the parts of a report. ?><?cs
include:"layout/show.cs" ?><?cs include:"layout/verdict.cs" ?>
