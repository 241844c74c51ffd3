<?cs # Macros for how a rate compares: told.{words,kind,arrow}, .few: too few to tell. Needs show.cs.
   The arrow is up, down or level, so that the direction is a shape too. ?><?cs
def:arrow(way) ?><svg class="arrow" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><?cs
if:way == "up" ?><path d="M8 1.5l6 7h-3.6v6H5.6v-6H2z"></path><?cs
elif:way == "down" ?><path d="M8 14.5l-6-7h3.6v-6h4.8v6H14z"></path><?cs
else ?><path d="M1.5 5h13v2.2h-13zM1.5 8.8h13V11h-13z"></path><?cs /if ?></svg><?cs /def ?><?cs

def:verdict(told) ?><?cs if:told.few ?><span class="muted"><?cs var:told.words ?></span><?cs elif:told.words ?><span class="status status-<?cs var:told.kind ?>"><?cs call:arrow(told.arrow) ?><?cs var:told.words ?></span><?cs else ?><span class="muted">Not compared</span><?cs /if ?><?cs /def ?>
