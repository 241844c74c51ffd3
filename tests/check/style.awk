# See tests/check/style. Prints file:line: what is wrong; exits 1 if anything is.
BEGIN {
	words("sprintf vsprintf strcpy strcat strncpy strtok atoi atol atof gets " \
	      "localtime gmtime asctime ctime rand srand system popen alloca " \
	      "FCGX_FPrintF hdf_set_valuef", banned)
	words("malloc calloc realloc free strdup strndup asprintf vasprintf", heap)
}

function words(list, set, parts, n, i)
{
	n = split(list, parts, " ")
	for (i = 1; i <= n; i++)
		set[parts[i]] = 1
}

function wrong(text)
{
	printf "%s:%d: %s\n", FILENAME, FNR, text
	bad = 1
}

# The files that hand memory to or take it from a library: scandir's names in
# migrate, edition and operation, liboath's key in user.
function owns_memory(file)
{
	return file ~ /^fcgi\/(base|view|draw)\// || file ~ /^tests\// || \
	       file ~ /^fcgi\/(db\/(db|migrate)|remote\/(http|mail)|model\/(user|edition)|admin\/operation)\.c$/
}

# A row of a table of constants may be longer, so that its columns stay below each other.
function columns_allowed(text)
{
	return text ~ /^[ \t]*{ .*},?$/ ? 172 : 100
}

# The code of a line: comments gone, strings and characters emptied.
function code_of(line, out, c, two, quote)
{
	out = ""
	while (line != "") {
		c = substr(line, 1, 1)
		two = substr(line, 1, 2)
		if (in_comment) {
			if (two == "*/") {
				in_comment = 0
				line = substr(line, 2)
			}
		} else if (quote != "") {
			if (c == "\\")
				line = substr(line, 2)
			else if (c == quote) {
				out = out c
				quote = ""
			}
		} else if (two == "/*") {
			in_comment = 1
			line = substr(line, 2)
		} else if (two == "//")
			break
		else {
			if (c == "\"" || c == "'")
				quote = c
			out = out c
		}
		line = substr(line, 2)
	}
	return out
}

function columns(text, i, at)
{
	at = 0
	for (i = 1; i <= length(text); i++)
		at += substr(text, i, 1) == "\t" ? 8 - at % 8 : 1
	return at
}

# Names called on this line: an identifier before "(", not a member of something.
function look_at_calls(code, name, before)
{
	while (match(code, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
		before = RSTART > 1 ? substr(code, RSTART - 1, 1) : ""
		name = substr(code, RSTART, RLENGTH - 1)
		sub(/[ \t]+$/, "", name)
		code = substr(code, RSTART + RLENGTH)
		if (before == "." || before == ">")
			continue
		if (name in banned)
			wrong(name "() is banned: the house has a safer one in base/")
		else if ((name in heap) && !owns_memory(FILENAME))
			wrong(name "() is for base/ and the files that wrap a library: use an arena")
	}
}

FNR == 1 { in_comment = 0 }
{
	was_comment = in_comment
	code = code_of($0)
	look_at_calls(code)
	text = was_comment || code == "" ? $0 : code
	if (columns(text) > columns_allowed(text))
		wrong("the line is over " columns_allowed(text) " columns")
	if ($0 ~ /[ \t]$/)
		wrong("there is white space at the end of the line")
	if (!was_comment && $0 ~ /^        /)
		wrong("the line is indented by spaces: use tabs")
}
END { exit bad }
