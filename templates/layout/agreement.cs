<?cs # Macros for figures of agreement; each has pairs, identical, share, low, high, kappa and
   gap.{pairs,median,largest} where there is something to tell. ?><?cs

# "11 of 12, 91.7 % (64.6 % to 98.5 %)" ?><?cs
def:identical(figures) ?><?cs if:figures.pairs ?><?cs var:figures.identical.text ?> of <?cs var:figures.pairs.text ?>, <?cs var:figures.share ?> <span class="muted">(<?cs var:figures.low ?> to <?cs var:figures.high ?>)</span><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

# Kappa of coded answers, or why there is none. ?><?cs
def:kappa(figures) ?><?cs if:?figures.kappa ?><?cs var:figures.kappa ?><?cs elif:figures.pairs ?><span class="muted">not defined: all answers are the same</span><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

# "0.5 days, at most 9" ?><?cs
def:gap(figures, unit) ?><?cs if:?figures.gap.median ?><?cs var:figures.gap.median ?> <?cs if:unit ?><?cs var:unit ?> <?cs /if ?><span class="muted">(at most <?cs var:figures.gap.largest ?>)</span><?cs else ?>–<?cs /if ?><?cs /def ?>
