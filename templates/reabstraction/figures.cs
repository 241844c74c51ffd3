<?cs # Macros for figures of agreement; each f has pairs, identical, share, low, high, kappa and
   gap.{pairs,median,largest} where there is something to tell. ?><?cs

# "11 of 12, 91.7 % (64.6 % to 98.5 %)" ?><?cs
def:identical(f) ?><?cs if:f.pairs ?><?cs var:f.identical.text ?> of <?cs var:f.pairs.text ?>, <?cs var:f.share ?> <span class="muted">(<?cs var:f.low ?> to <?cs var:f.high ?>)</span><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

# Kappa of coded answers, or why there is none. ?><?cs
def:kappa(f) ?><?cs if:?f.kappa ?><?cs var:f.kappa ?><?cs elif:f.pairs ?><span class="muted">not defined: all answers are the same</span><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

# "0.5 days, at most 9" ?><?cs
def:gap(f, unit) ?><?cs if:?f.gap.median ?><?cs var:f.gap.median ?> <?cs if:unit ?><?cs var:unit ?> <?cs /if ?><span class="muted">(at most <?cs var:f.gap.largest ?>)</span><?cs else ?>–<?cs /if ?><?cs /def ?>
