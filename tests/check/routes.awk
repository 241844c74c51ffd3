# See tests/check/routes. Prints file:line: what is wrong; exits 1 if anything is.
BEGIN {
	while ((getline line < links) > 0)
		text = text line "\n"
	operators["/healthz"] = operators["/readyz"] = 1 # asked by operators, not by people
}

function wrong(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; bad = 1 }

# The address up to its first name in braces, as a link to it begins.
function beginning(path) { sub(/\{.*/, "", path); return path }

/^  \{ (GET|POST),/ {
	line = $0
	gsub(/^  \{ | \},$/, "", line)
	n = split(line, column, /,[ ]+/)
	method = column[1]; path = column[2]; handler = column[3]; who = column[4]; form = column[6]
	gsub(/"/, "", path)
	count++
	if (who == "0")
		wrong(path ": nobody may see this page")
	if (seen[method " " path]++)
		wrong(path ": a second line for this method")
	if (method == "POST" && handler !~ /_post$/)
		wrong(handler ": the handler of a POST is named ..._post")
	if (method == "GET" && form != "NULL")
		wrong(path ": a GET takes no form")
	if (!(path in operators) && path != "/" && index(text, beginning(path)) == 0)
		wrong(path ": no page leads here")
	if (index(text, "\n" handler "(struct visit *v)") == 0)
		wrong(handler ": there is no such handler")
}

END {
	if (count < 10) {
		print "tests/check/routes: found only " count " lines in the table of pages"
		bad = 1
	}
	exit bad
}
