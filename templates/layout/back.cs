<?cs # A macro for the steps of the wizard. Back is a button of the form, so that going back
   keeps what was typed; it comes second, so that the Enter key goes on. ?><?cs
def:go_on(label) ?><div class="buttons"><button class="btn btn-primary" type="submit"><?cs var:label ?></button><button class="btn btn-plain" type="submit" name="_go" value="back">Back</button></div>
<?cs /def ?>
