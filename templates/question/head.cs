<?cs # The top of the pages that show what people say beside a question, and macros for it, as
   page/beside.h fills it: q.soft.N.{text,confirmed,confirmed_at},
   q.remarks.N.{body,document,page,dated,name,role,written_at},
   q.queries.N.{state_word,state_look,messages.M.{body,name,role,written_at}} ?><?cs
include:"layout/head.cs" ?><?cs

def:said_by(m) ?><p class="said-by"><?cs var:m.name ?>, <?cs var:m.role ?>, <time datetime="<?cs var:m.written_at.iso ?>"><?cs var:m.written_at ?></time></p><?cs /def ?><?cs

# What is unlikely in an answer, and who found it right; with `done` only what somebody did. ?><?cs
def:soft_list(q, done) ?><?cs each:f = q.soft ?><?cs if:f.confirmed || !done ?><p class="beside-soft"><?cs if:f.confirmed ?><?cs call:status("good", "Unlikely, but confirmed") ?><?cs else ?><?cs call:status("warn", "Please check") ?><?cs /if ?> <?cs var:f.text ?>.<?cs if:f.confirmed ?> <span class="as-typed"><?cs var:f.confirmed ?></span> <span class="said-by"><time datetime="<?cs var:f.confirmed_at.iso ?>"><?cs var:f.confirmed_at ?></time></span><?cs /if ?></p>
<?cs /if ?><?cs /each ?><?cs /def ?><?cs

# Comments and where the evidence stands. ?><?cs
def:remark_list(q) ?><?cs if:subcount(q.remarks) ?><ul class="said"><?cs each:r = q.remarks ?>
<li><?cs if:r.body ?><p class="as-typed"><?cs var:r.body ?></p><?cs /if ?><?cs if:r.document ?><p>Evidence: <?cs var:r.document ?><?cs if:r.page ?>, page <?cs var:r.page ?><?cs /if ?><?cs if:r.dated ?>, of <time datetime="<?cs var:r.dated.iso ?>"><?cs var:r.dated ?></time><?cs /if ?></p><?cs /if ?><?cs call:said_by(r) ?></li><?cs /each ?>
</ul><?cs /if ?><?cs /def ?><?cs

# What was asked and answered in one query. ?><?cs
def:query_messages(asked) ?><p><?cs call:status(asked.state_look, asked.state_word) ?></p>
<ul class="said"><?cs each:m = asked.messages ?>
<li><p class="as-typed"><?cs var:m.body ?></p><?cs call:said_by(m) ?></li><?cs /each ?>
</ul><?cs /def ?><?cs

# All of it, to be read. ?><?cs
def:beside_all(q) ?><?cs call:soft_list(q, #0) ?><?cs call:remark_list(q) ?><?cs each:asked = q.queries ?><div class="beside-query"><p>Query:</p><?cs call:query_messages(asked) ?></div><?cs /each ?><?cs /def ?>
