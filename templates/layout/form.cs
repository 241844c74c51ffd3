<?cs # Macros for forms. A field `f` is Form.<field> as the form code fills it:
     f.{name,value,error,required,checked}, f.choices.N.{value,label,selected}
   label and help are text; "" for no help. Every form needs Csrf; Form_errors.N.{field,text}
   is the summary of errors. How to use them: templates/README.md. ?><?cs
include:"layout/show.cs" ?><?cs

# A form that posts to action. form_files also takes files. Browsers do not check: our
  messages come all at once, with the rest of what was typed kept. ?><?cs
def:form_start(action) ?><form class="form" method="post" action="<?cs var:link(action) ?>" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><?cs /def ?><?cs
def:form_files(action) ?><form class="form" method="post" action="<?cs var:link(action) ?>" enctype="multipart/form-data" novalidate>
<input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><?cs /def ?><?cs
def:form_end() ?></form><?cs /def ?><?cs

# What is wrong, above the form; the page's script or the browser may focus it. ?><?cs
def:error_summary() ?><?cs if:subcount(Form_errors) ?><div class="notice notice-bad" id="errors" role="alert" tabindex="-1" autofocus><?cs call:shape("bad") ?><div>
<h2 class="notice-title">Please correct <?cs if:subcount(Form_errors) == #1 ?>this<?cs else ?>these <?cs var:subcount(Form_errors) ?> things<?cs /if ?></h2>
<p>What you typed is still here.</p>
<ul><?cs each:e = Form_errors ?>
<li><?cs if:e.field ?><a href="#f-<?cs var:url(e.field) ?>"><?cs var:e.text ?></a><?cs else ?><?cs var:e.text ?><?cs /if ?></li><?cs /each ?>
</ul></div></div><?cs /if ?><?cs /def ?><?cs

# Inside an input's tag: whether it is required, wrong, and what describes it. ?><?cs
def:field_state(f, help) ?><?cs if:f.required ?> required<?cs /if ?><?cs if:f.error ?> aria-invalid="true"<?cs /if ?><?cs if:help || f.error ?> aria-describedby="<?cs if:f.error ?>f-<?cs var:f.name ?>-error<?cs /if ?><?cs if:help ?> f-<?cs var:f.name ?>-help<?cs /if ?>"<?cs /if ?><?cs /def ?><?cs

def:field_label(f, label) ?><label class="field-label" for="f-<?cs var:f.name ?>"><?cs var:label ?><?cs if:!f.required ?> <span class="field-optional">optional</span><?cs /if ?></label><?cs /def ?><?cs

def:field_notes(f, help) ?><?cs if:f.error ?><p class="field-error" id="f-<?cs var:f.name ?>-error"><?cs call:shape("bad") ?><span><span class="visually-hidden">Error: </span><?cs var:f.error ?></span></p><?cs /if ?><?cs if:help ?><p class="field-help" id="f-<?cs var:f.name ?>-help"><?cs var:help ?></p><?cs /if ?><?cs /def ?><?cs

def:field_start(f, label) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<?cs call:field_label(f, label) ?><?cs /def ?><?cs
def:field_end(f, help) ?><?cs call:field_notes(f, help) ?></div>
<?cs /def ?><?cs

# width: "short", "middle" or "full"; autocomplete: a token of HTML such as "family-name",
  or "off". ?><?cs
def:text_field(f, label, help, autocomplete, width) ?><?cs call:field_start(f, label) ?><input class="form-control field-<?cs var:width ?>" type="text" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>" autocomplete="<?cs var:autocomplete ?>"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

def:email_field(f, label, help, autocomplete) ?><?cs call:field_start(f, label) ?><input class="form-control field-middle" type="email" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>" autocomplete="<?cs var:autocomplete ?>" spellcheck="false"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

# Never shows what was typed. autocomplete: "current-password" or "new-password". ?><?cs
def:password_field(f, label, help, autocomplete) ?><?cs call:field_start(f, label) ?><input class="form-control field-middle" type="password" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" autocomplete="<?cs var:autocomplete ?>"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

# A number: text with a numeric keyboard, since number inputs drop what they cannot read. ?><?cs
def:number_field(f, label, help, unit) ?><?cs call:field_start(f, label) ?><span class="field-row"><input class="form-control field-number" type="text" inputmode="decimal" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>" autocomplete="off"<?cs call:field_state(f, help) ?>><?cs if:unit ?> <span class="field-unit"><?cs var:unit ?></span><?cs /if ?></span><?cs call:field_end(f, help) ?><?cs /def ?><?cs

# A one-time code: digits that the browser or phone may fill in. ?><?cs
def:code_field(f, label, help) ?><?cs call:field_start(f, label) ?><input class="form-control field-short" type="text" inputmode="numeric" maxlength="8" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" autocomplete="one-time-code"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

# f.value is YYYY-MM-DD. ?><?cs
def:date_field(f, label, help) ?><?cs call:field_start(f, label) ?><input class="form-control field-date" type="date" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

def:text_area(f, label, help, rows) ?><?cs call:field_start(f, label) ?><textarea class="form-control" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" rows="<?cs var:rows ?>"<?cs call:field_state(f, help) ?>>
<?cs var:f.value ?></textarea><?cs call:field_end(f, help) ?><?cs /def ?><?cs

def:select_field(f, label, help) ?><?cs call:field_start(f, label) ?><select class="form-select field-middle" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>"<?cs call:field_state(f, help) ?>><option value="">Choose…</option><?cs each:c = f.choices ?>
<option value="<?cs var:c.value ?>"<?cs if:c.selected ?> selected<?cs /if ?>><?cs var:c.label ?></option><?cs /each ?>
</select><?cs call:field_end(f, help) ?><?cs /def ?><?cs

def:file_field(f, label, help, accept) ?><?cs call:field_start(f, label) ?><input class="form-control field-middle" type="file" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" accept="<?cs var:accept ?>"<?cs call:field_state(f, help) ?>><?cs call:field_end(f, help) ?><?cs /def ?><?cs

def:hidden_field(f) ?><input type="hidden" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>"><?cs /def ?><?cs

# A group of radio buttons or checkboxes; the first carries the id that errors point to. ?><?cs
def:choice_group(f, label, help, type) ?><fieldset class="field field-group<?cs if:f.error ?> field-wrong<?cs /if ?>"<?cs if:help || f.error ?> aria-describedby="<?cs if:f.error ?>f-<?cs var:f.name ?>-error<?cs /if ?><?cs if:help ?> f-<?cs var:f.name ?>-help<?cs /if ?>"<?cs /if ?>>
<legend class="field-label"><?cs var:label ?><?cs if:!f.required ?> <span class="field-optional">optional</span><?cs /if ?></legend>
<div class="choices"><?cs each:c = f.choices ?>
<label class="choice"><input class="form-check-input" type="<?cs var:type ?>" name="<?cs var:f.name ?>" value="<?cs var:c.value ?>"<?cs if:first(c) ?> id="f-<?cs var:f.name ?>"<?cs /if ?><?cs if:c.selected ?> checked<?cs /if ?><?cs if:f.error ?> aria-invalid="true"<?cs /if ?>><span><?cs var:c.label ?></span></label><?cs /each ?>
</div>
<?cs call:field_notes(f, help) ?></fieldset>
<?cs /def ?><?cs
def:radio_group(f, label, help) ?><?cs call:choice_group(f, label, help, "radio") ?><?cs /def ?><?cs
def:checkbox_group(f, label, help) ?><?cs call:choice_group(f, label, help, "checkbox") ?><?cs /def ?><?cs

# One checkbox with a sentence: "I agree"; sends "yes"; f.checked says that it is ticked. ?><?cs
def:agree_box(f, label, help) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>"><label class="choice choice-agree"><input class="form-check-input" type="checkbox" id="f-<?cs var:f.name ?>" name="<?cs var:f.name ?>" value="yes"<?cs if:f.checked ?> checked<?cs /if ?><?cs call:field_state(f, help) ?>><span><?cs var:label ?></span></label><?cs call:field_end(f, help) ?><?cs /def ?><?cs

# The end of a form: its one clear next step, and the way back ("" for none). ?><?cs
def:buttons(label, back_href, back_label) ?><div class="buttons"><button class="btn btn-primary" type="submit"><?cs var:label ?></button><?cs if:back_href ?><a class="btn btn-plain" href="<?cs var:link(back_href) ?>"><?cs var:back_label ?></a><?cs /if ?></div>
<?cs /def ?><?cs

# A button that is a form by itself: signing out, closing, taking back. kind: "primary",
  "plain", "quiet" or "danger". ?><?cs
def:post_button(action, label, kind) ?><form class="post-button" method="post" action="<?cs var:link(action) ?>"><input type="hidden" name="_csrf" value="<?cs var:Csrf ?>"><button class="btn btn-<?cs var:kind ?>" type="submit"><?cs var:label ?></button></form><?cs /def ?><?cs

# A question of the data dictionary beside its answer: q as a field, and q.{type,label,help,unit,element}; type is choice,
  choices, date, number or text. For dates and numbers q.absent.N.{value,label,selected}
  are the ways to say that there is none, sent as q.absent_name. q.note: what is unlikely in
  the answer, q.confirmed: who found it right; q.beside: where people write about it, with
  q.marker: how much they did, and q.open_query. ?><?cs

# One box or button of an answer; the first carries the id that errors point to. ?><?cs
def:answer_box(q, c, type, name, id) ?><label class="choice"><input class="form-check-input" type="<?cs var:type ?>" name="<?cs var:name ?>" value="<?cs var:c.value ?>"<?cs if:id ?> id="<?cs var:id ?>"<?cs /if ?><?cs if:c.selected ?> checked<?cs /if ?><?cs if:q.error ?> aria-invalid="true"<?cs /if ?>><span><?cs var:c.label ?></span></label><?cs /def ?><?cs

# How choices stand: many long ones in columns, a few long ones in a list, others in a row. ?><?cs
def:answer_layout(q) ?><?cs set:Longest = #0 ?><?cs set:Letters = #0 ?><?cs each:c = q.choices ?><?cs set:Letters = #Letters + string.length(c.label) ?><?cs if:string.length(c.label) > #Longest ?><?cs set:Longest = string.length(c.label) ?><?cs /if ?><?cs /each ?><?cs
if:#Longest > #36 ?>choices-list<?cs elif:#Letters > #150 ?>choices-columns<?cs elif:subcount(q.choices) > #6 ?>choices-short<?cs else ?>choices-line<?cs /if ?><?cs /def ?><?cs

def:answer_choices(q, type) ?><div class="answer choices <?cs call:answer_layout(q) ?>"><?cs each:c = q.choices ?>
<?cs if:first(c) ?><?cs set:Box_id = "f-" + q.name ?><?cs else ?><?cs set:Box_id = "" ?><?cs /if ?><?cs call:answer_box(q, c, type, q.name, Box_id) ?><?cs /each ?>
</div><?cs /def ?><?cs

# A date or number, and on the same line the boxes that say there is none. ?><?cs
def:answer_typed(q) ?><div class="answer answer-typed"><?cs
if:q.type == "date" ?><input class="form-control field-date" type="date"<?cs
elif:q.type == "number" ?><input class="form-control field-number" type="text" inputmode="decimal" autocomplete="off"<?cs
else ?><input class="form-control" type="text" autocomplete="off"<?cs /if ?> id="f-<?cs var:q.name ?>" name="<?cs var:q.name ?>" value="<?cs var:q.value ?>" aria-labelledby="l-<?cs var:q.name ?>"<?cs call:field_state(q, q.help) ?>><?cs
if:q.unit ?> <span class="field-unit"><?cs var:q.unit ?></span><?cs /if ?><?cs each:c = q.absent ?><?cs call:answer_box(q, c, "checkbox", q.absent_name, "") ?><?cs /each ?></div><?cs /def ?><?cs

# What is unlikely in an answer: the way to say that it is right, or who said so. ?><?cs
def:question_note(q) ?><p class="field-note<?cs if:q.confirmed ?> field-note-confirmed<?cs /if ?>" id="f-<?cs var:q.name ?>-note"<?cs if:!q.note ?> hidden<?cs /if ?>><?cs call:shape("warn") ?><span><span class="field-note-ask">Please check:</span> <span class="field-note-text"><?cs var:q.note ?></span><span class="field-note-ask">. <a href="<?cs var:link(q.beside) ?>#confirm">Yes, that is right<span class="visually-hidden">: <?cs var:q.label ?></span></a></span><span class="field-note-done">. <span class="field-note-by"><?cs var:q.confirmed ?></span></span></span></p><?cs /def ?><?cs

# The door to comments, evidence and queries of a question, with how many there are. ?><?cs
def:question_door(q) ?><p class="beside-door<?cs if:q.open_query ?> beside-door-open<?cs elif:q.marker ?> beside-door-some<?cs /if ?>"><a class="beside-link" href="<?cs var:link(q.beside) ?>"><span class="beside-marker"><?cs if:q.marker ?><?cs var:q.marker ?><?cs else ?>Add a note<?cs /if ?></span><span class="visually-hidden">: <?cs var:q.label ?></span></a></p><?cs /def ?><?cs

# What a record says, and from where. ?><?cs
def:suggestion_words(s) ?><span class="suggestion-words">Suggested: <strong><?cs var:s.label ?></strong>, from <?cs var:s.source ?><?cs if:s.source_date ?> of <time datetime="<?cs var:s.source_date.iso ?>"><?cs var:s.source_date ?></time><?cs /if ?></span><?cs /def ?><?cs

# Buttons of the form "suggest", which stands behind the questions' form: forms cannot stand in one another. ?><?cs
def:question_suggestions(q) ?><?cs each:s = q.suggestions ?><div class="suggestion" data-suggestion="<?cs var:s.id ?>" data-value="<?cs var:s.value ?>"><?cs call:suggestion_words(s) ?> <button class="btn btn-plain" type="submit" form="suggest" formaction="<?cs var:link(Suggest) ?>/<?cs var:url(s.id) ?>" name="then" value="accept">Accept<span class="visually-hidden"> <?cs var:s.label ?> for: <?cs var:q.label ?></span></button> <button class="btn btn-quiet" type="submit" form="suggest" formaction="<?cs var:link(Suggest) ?>/<?cs var:url(s.id) ?>" name="then" value="refuse">Refuse<span class="visually-hidden"> <?cs var:s.label ?> for: <?cs var:q.label ?></span></button></div><?cs /each ?><?cs /def ?><?cs

def:question(q) ?><fieldset class="field question<?cs if:q.error ?> field-wrong<?cs /if ?>" aria-describedby="<?cs if:q.error ?>f-<?cs var:q.name ?>-error <?cs /if ?>f-<?cs var:q.name ?>-note<?cs if:q.help ?> f-<?cs var:q.name ?>-help<?cs /if ?>">
<legend class="field-label" id="l-<?cs var:q.name ?>"><?cs var:q.label ?></legend>
<?cs if:q.help ?><p class="field-help" id="f-<?cs var:q.name ?>-help"><?cs var:q.help ?></p><?cs /if ?>
<div class="answer-side"><?cs if:q.type == "choice" ?><?cs call:answer_choices(q, "radio") ?><?cs
elif:q.type == "choices" ?><?cs call:answer_choices(q, "checkbox") ?><?cs
else ?><?cs call:answer_typed(q) ?><?cs /if ?>
<?cs call:field_notes(q, "") ?><?cs call:question_note(q) ?><?cs if:Suggest ?><?cs call:question_suggestions(q) ?><?cs /if ?></div><?cs call:question_door(q) ?></fieldset>
<?cs /def ?>
