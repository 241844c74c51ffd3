# See tests/check/layers. Prints file:line: what is wrong; exits 1 if anything is.
BEGIN {
	may["base"] = ""
	may["db"] = "base"
	may["cql"] = "base"
	may["view"] = "base"
	may["remote"] = "base"
	may["draw"] = "base"
	may["web"] = "base view"
	may["measure"] = "base cql"
	may["model"] = "base db cql remote measure"
	may["report"] = "base db view draw model measure"
	may["exchange"] = "base cql measure model report"
	may["job"] = "base db view remote measure model report exchange"
	may["admin"] = "base db cql view remote draw measure model report exchange job page web"
	may["page"] = "base db cql view remote draw web measure model report exchange"

	only["mysql.h"] = "db"
	only["curl/"] = "remote"
	only["fcgiapp.h"] = "web main_directory.c"
	only["fcgi_config.h"] = "web main_directory.c"
	only["ClearSilver"] = "view"
	only["util/neo_"] = "view" # ClearSilver's own names, in quotes as it writes them
	only["cs/cs.h"] = "view"
	only["sodium"] = "base"
	only["cairo"] = "draw"
	only["pango/"] = "draw"
	only["gsl/"] = "report"
	only["xlsxwriter.h"] = "exchange"
	only["zip.h"] = "exchange"
	only["expat.h"] = "exchange"
}

# Whose library this header is; "" if it is nobody's in particular.
function library_of(header, library)
{
	for (library in only)
		if (index(header, library) == 1)
			return library
	return ""
}

function look_at_library(header, library)
{
	library = library_of(header)
	if (library != "" && !has(only[library], here))
		wrong(header " belongs to " only[library] " alone")
}

function has(list, word) { return index(" " list " ", " " word " ") > 0 }
function wrong(text) { printf "%s:%d: %s\n", FILENAME, FNR, text; bad = 1 }

FNR == 1 {
	parts = split(FILENAME, path, "/")
	program = parts == 2
	here = path[2]
	if (!program && !(here in may)) {
		wrong("the folder fcgi/" here " is not in the table of layers")
		may[here] = ""
	}
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, quoted, "\"")
	if (quoted[2] == "config.h" || (program && quoted[2] ~ /^main_/))
		next
	if (library_of(quoted[2]) != "")
		look_at_library(quoted[2])
	else if (split(quoted[2], to, "/") != 2)
		wrong("\"" quoted[2] "\": name it from its layer, as \"base/arena.h\"")
	else if (program || to[1] == here || has(may[here], to[1]) || \
		 (here == "page" && quoted[2] == "job/queue.h"))
		next
	else
		wrong(here " may not include \"" quoted[2] "\"; it may use: " \
		      (may[here] == "" ? "nothing of ours" : may[here]))
}
/^[ \t]*#[ \t]*include[ \t]*</ {
	match($0, /<[^>]*>/)
	look_at_library(substr($0, RSTART + 1, RLENGTH - 2))
}
END { exit bad }
