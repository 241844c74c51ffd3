# Refuses what could let text of a user into a page as markup. One template a run:
#
#   awk -v name=sign/login.cs -v mail=0 -f templates.awk templates/sign/login.cs
#
# ClearSilver escapes every `var` for text and for quoted attributes, and only those. So
# nothing may switch that off, and no value may stand where it is not enough. Prints one
# line a finding ("name:line: what") and ends with 1 if there was one.

function found(what) {
	printf "%s:%d: %s\n", name, line, what
	findings++
}

# The command's name: "var" of "var:x", "/if" of "/if", "#" of a comment.
function verb(command) {
	sub(/^[ \t\n\r]+/, "", command)
	if (command ~ /^#/)
		return "#"
	match(command, /^\/?[a-z]+/)
	return substr(command, 1, RLENGTH)
}

# What the commands themselves may not be, wherever they stand.
function check_command(command, word, bare) {
	if (word ~ /^(uvar|lvar|evar|linclude|name|alt|escape|contenttype)$/)
		found(word ": leaves a value unescaped or reads data as a template")
	bare = command
	gsub(/"[^"]*"/, "\"\"", bare)
	if (bare ~ /(^|[^a-z_])(url|link)\(/ && word != "var")
		found("an escape function outside var")
	if (word == "var" && bare ~ /(url|link)\(/ && \
	    bare !~ /^[ \t\n\r]*var:(url|link)\([A-Za-z0-9_.]+\)[ \t\n\r]*$/)
		found("an escape function beside something else leaves all of it unescaped")
	if (word == "include" && command !~ /include:"[a-z0-9_\/-]+\.cs"/)
		found("include of other than a literal name of ours")
}

# Where a value stands: state is "text", "tag", "quote", "raw" (script or style).
function check_place(word, before) {
	if (word != "var" || mail)
		return
	if (state == "raw")
		found("a value inside <" raw ">")
	else if (state == "tag")
		found("a value inside a tag but not in a quoted attribute")
	else if (state == "text" && before ~ /[a-z-]=$/)
		found("a value in an unquoted attribute")
	else if (state == "quote" && attribute ~ /^(style|on[a-z]+|srcdoc)$/)
		found("a value in " attribute "=")
	else if (state == "quote" && attribute ~ /^(href|src|action|formaction)$/ && \
	         value == "" && command_text !~ /link\(/)
		found("a whole address from data needs link(): " attribute)
}

function lines_in(text, n) {
	n = gsub(/\n/, "\n", text)
	return n
}

# An opening tag has come to its end.
function end_of_tag() {
	state = "text"
	if (tag == "script" || tag == "style") {
		state = "raw"
		raw = tag
	}
}

function check_attribute() {
	if (attribute == "style" || attribute ~ /^on[a-z]/)
		found("inline " attribute "=: our content policy forbids it")
}

function plain(c, rest) {
	if (state == "raw") {
		if (substr(rest, 1, length(raw) + 2) == "</" raw)
			state = "text"
		else if (raw == "style" || c !~ /[ \t\n]/)
			inline = 1
		if (state == "raw")
			return
	}
	if (state == "text") {
		if (rest ~ /^<[A-Za-z]/) {
			state = "tag"
			match(rest, /^<[A-Za-z0-9]+/)
			tag = tolower(substr(rest, 2, RLENGTH - 1))
			if (tag == "style")
				found("a <style> element: our content policy forbids it")
			attribute = word_so_far = ""
		}
	} else if (state == "tag") {
		if (c == ">")
			end_of_tag()
		else if (c == "=") {
			attribute = tolower(word_so_far)
			check_attribute()
			word_so_far = ""
		} else if (c == "\"" || c == "'") {
			state = "quote"
			quote = c
			value = ""
		} else if (c ~ /[ \t\n\/]/)
			word_so_far = ""
		else
			word_so_far = word_so_far c
	} else if (state == "quote") {
		if (c == quote)
			state = "tag"
		else
			value = value c
	}
	tail = substr(tail c, length(tail) > 20 ? 2 : 1)
}

{ all = all $0 "\n" }

END {
	line = 1
	state = "text"
	if (all !~ /^<\?cs #[^?]*[A-Za-z]/)
		found("does not begin with a comment that names what it expects")
	while (all != "") {
		if (substr(all, 1, 5) ~ /^<\?cs[ \t\n]/) {
			end = index(all, "?>")
			if (end == 0) {
				found("a command without its end")
				break
			}
			command_text = substr(all, 5, end - 5)
			sub(/^[ \t\n\r]+/, "", command_text)
			word = verb(command_text)
			if (word != "#") {
				check_command(command_text, word)
				check_place(word, tail)
				if (word == "var" && state == "quote")
					value = value "x"
				if (word == "def" || word == "/def")
					state = "text"
			}
			line += lines_in(substr(all, 1, end + 1))
			all = substr(all, end + 2)
			continue
		}
		c = substr(all, 1, 1)
		plain(c, substr(all, 1, 40))
		if (inline) {
			found("script or style inside the page: our content policy forbids it")
			inline = 0
			state = "text"
		}
		if (c == "\n")
			line++
		all = substr(all, 2)
	}
	exit findings > 0
}
