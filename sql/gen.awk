# Makes fcgi/db/queries.h and queries.c of the statements in sql/queries/*.sql.
#
#   awk -v out=DIR -f sql/gen.awk sql/schema/*.sql sql/queries/*.sql
#
# sql/README.md tells the annotation. Refused, with file and line: two queries
# of one name, unknown kinds and types, SELECT *, UPDATE or DELETE without
# WHERE, and a statement on a table of practices' rows without :practice_id
# that does not say why. A statement that may change what web workers remember
# of sessions raises the epoch (fcgi/db/epoch.h), unless it says why not.

function complain(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text > "/dev/stderr"
	errors++
}

function start_query(line,    word, n) {
	n = split(line, word, /[ \t]+/)
	name = word[3]; kind = word[4]; unique = (word[5] == "unique")
	if (n < 4 || !(kind in function_type))
		complain("a query line is: -- query NAME one|many|each|exec|insert|bulk [unique]")
	if (name in seen)
		complain("a second query named " name)
	seen[name] = 1
	sql = ""; note = pending_note; pending_note = ""; why_across = ""; why_stays = ""
	n_cols = 0; n_params = 0; n_marks = 0; marks = ""
	split("", param_number)
}

function read_columns(line,    part, n, i, word) {
	sub(/^-- out[ \t]+/, "", line)
	n = split(line, part, /[ \t]*,[ \t]*/)
	for (i = 1; i <= n; i++) {
		if (part[i] ~ /^[ \t]*$/)
			continue
		split(part[i], word, /[ \t]+/)
		col_name[++n_cols] = word[1]
		take_type(word[2])
		col_type[n_cols] = type; col_null[n_cols] = nullable
	}
}

function take_type(text) {
	nullable = (text ~ /\?$/)
	type = text
	sub(/\?$/, "", type)
	if (!(type in c_type))
		complain("unknown type " text " in query " name)
}

# One named parameter ":name:type"; the first sight of it makes a C argument.
function take_param(text,    word) {
	split(substr(text, 2), word, ":")
	if (!(word[1] in param_number)) {
		param_number[word[1]] = n_params++
		take_type(word[2])
		param_name[n_params] = word[1]
		param_type[n_params] = type; param_null[n_params] = nullable
	}
	marks = marks (n_marks++ ? ", " : "") param_number[word[1]]
}

# The line with ":name:type" as "?"; what stands in quotes is left alone.
function take_line(line,    out_line, quoted) {
	out_line = ""
	while (match(line, /'[^']*'|:[a-z_0-9]+:[a-z0-9]+\??/)) {
		quoted = substr(line, RSTART, RLENGTH)
		out_line = out_line substr(line, 1, RSTART - 1)
		if (substr(quoted, 1, 1) == "'") {
			out_line = out_line quoted
		} else {
			take_param(quoted)
			out_line = out_line "?"
		}
		line = substr(line, RSTART + RLENGTH)
	}
	return out_line line
}

function check_statement(    flat, word, n, i) {
	flat = tolower(sql)
	gsub(/'[^']*'/, "''", flat)
	if (flat ~ /select[ \t\n]+\*/)
		complain("SELECT * in " name ": name the columns")
	if (flat ~ /^[ \t\n]*(update|delete)/ && flat !~ /where/)
		complain("UPDATE or DELETE without WHERE in " name)
	if (("practice_id" in param_number) || why_across != "")
		return
	n = split(flat, word, /[^a-z_0-9]+/)
	for (i = 1; i <= n; i++)
		if (word[i] in owned)
			return complain(name " reads or writes " word[i] " without :practice_id; " \
				"bind it or say \"-- crosses practices: why\"")
}

# What the look-up of a session reads, raises_epoch must know, or changes of it would be missed.
function check_remembered(    word, n, i) {
	n = split(tolower(sql), word, /[^a-z_0-9]+/)
	for (i = 1; i <= n; i++)
		if ((word[i] in is_table) && !(word[i] in remembered))
			complain("session_open reads " word[i] ", whose changes do not raise the epoch: " \
				"name it in read_by_session_open")
}

# Whether it writes, and names a table that a session's look-up reads.
function raises_epoch(    flat, word, n, i) {
	if (kind != "exec" && kind != "insert" && kind != "bulk" || why_stays != "")
		return 0
	flat = tolower(sql)
	n = split(flat, word, /[^a-z_0-9]+/)
	for (i = 1; i <= n; i++)
		if (word[i] in remembered)
			return 1
	return 0
}

function arguments(    i, text) {
	text = "struct db *db"
	for (i = 1; i <= n_params; i++)
		text = text ", " argument(i)
	return text
}

function argument(i,    t) {
	t = param_type[i]
	if (param_null[i] && t != "text" && t != "blob")
		return "const " c_type[t] "*" param_name[i]
	return c_type[t] param_name[i]
}

function descriptor(n, names, types, nulls, with_offset,    i, text) {
	text = ""
	for (i = 1; i <= n; i++)
		text = text sprintf("\t{ \"%s\", COL_%s, %s, %s },\n", names[i], toupper(types[i]), \
			nulls[i] ? "true" : "false", \
			with_offset == "" ? "0" : "offsetof(struct " with_offset ", " names[i] ")")
	return text
}

function struct_of(suffix, n, names, types, nulls,    i, text) {
	text = "struct " name suffix " {\n"
	for (i = 1; i <= n; i++)
		text = text "\t" (nulls[i] && types[i] != "text" && types[i] != "blob" ? \
			"const " c_type[types[i]] "*" : c_type[types[i]]) names[i] ";\n"
	return text "};\n"
}

function signature(    s) {
	s = arguments()
	if (kind == "one")
		return "bool q_" name "(" s ", struct " name "_row *row)"
	if (kind == "many")
		return "struct " name "_row *q_" name "(" s ", size_t *n)"
	if (kind == "each")
		return "void q_" name "(" s ", void (*fn)(const struct " name "_row *, void *), void *arg)"
	if (kind == "bulk")
		return "uint64_t q_" name "(struct db *db, const struct " name "_params *rows, size_t n)"
	return function_type[kind] " q_" name "(" s ")"
}

function body(    i, text, q, args) {
	q = "&Q_" toupper(name)
	if (kind == "bulk")
		return "\treturn db_bulk(db, " q ", rows, sizeof *rows, n);\n"
	text = "\tconst void *args[] = { NULL"
	for (i = 1; i <= n_params; i++)
		text = text ", " (param_type[i] == "text" || (param_null[i] && param_type[i] != "blob") \
			? "" : "&") param_name[i]
	text = text " };\n\n"
	if (kind == "one")
		return text "\treturn db_one(db, " q ", args + 1, row);\n"
	if (kind == "many")
		return text "\treturn db_many(db, " q ", args + 1, n);\n"
	if (kind == "each")
		return text "\tdb_each(db, " q ", args + 1, (db_row_fn)fn, arg);\n"
	return text "\treturn db_" kind "(db, " q ", args + 1);\n"
}

function c_string(text) {
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	gsub(/\n/, " \"\n\t\"", text)
	return "\"" text "\""
}

function finish_query(    upper) {
	upper = toupper(name)
	check_statement()
	if (name == "session_open")
		check_remembered()
	if ((kind == "one" || kind == "many" || kind == "each") != (n_cols > 0))
		complain(name ": a line \"-- out\" belongs to one, many and each, and to no other kind")
	header = header (note == "" ? "" : "\n/*" note " */") "\n"
	if (n_cols)
		header = header struct_of("_row", n_cols, col_name, col_type, col_null)
	if (kind == "bulk")
		header = header struct_of("_params", n_params, param_name, param_type, param_null)
	header = header "extern const struct query Q_" upper ";\n" signature() ";\n"

	if (n_params)
		source = source "\nstatic const struct col " name "_in[] = {\n" \
			descriptor(n_params, param_name, param_type, param_null, \
				kind == "bulk" ? name "_params" : "") "};\n" \
			"static const uint8_t " name "_marks[] = { " marks " };\n"
	if (n_cols)
		source = source "\nstatic const struct col " name "_out[] = {\n" \
			descriptor(n_cols, col_name, col_type, col_null, name "_row") "};\n"
	source = source "\nconst struct query Q_" upper " = {\n" \
		"\t.name = \"" name "\", .kind = QUERY_" toupper(kind) \
		", .unique = " (unique ? "true" : "false") ", .number = " n_queries ",\n" \
		(raises_epoch() ? "\t.raises_epoch = true,\n" : "") \
		"\t.n_params = " n_params ", .n_marks = " n_marks ", .n_cols = " n_cols ",\n" \
		(n_params ? "\t.params = " name "_in, .marks = " name "_marks,\n" : "") \
		(n_cols ? "\t.cols = " name "_out, .row_size = sizeof(struct " name "_row),\n" : "") \
		"\t.sql = " c_string(sql) ",\n};\n\n" signature() "\n{\n" body() "}\n"
	list = list "\t&Q_" upper ",\n"
	n_queries++
	name = ""
}

BEGIN {
	c_type["u32"] = "uint32_t "; c_type["u64"] = "uint64_t "; c_type["i32"] = "int32_t "
	c_type["i64"] = "int64_t "; c_type["f64"] = "double "; c_type["bool"] = "bool "
	c_type["date"] = "int32_t "; c_type["time"] = "int64_t "
	c_type["text"] = "const char *"; c_type["blob"] = "struct bytes "
	function_type["one"] = "bool"; function_type["many"] = ""; function_type["each"] = "void"
	function_type["exec"] = "int64_t"; function_type["insert"] = "uint64_t"
	function_type["bulk"] = "uint64_t"
	n_queries = 0
	split("session account membership practice site", read_by_session_open, " ")
	for (i in read_by_session_open)
		remembered[read_by_session_open[i]] = 1
}

# The schema: which tables hold rows of practices.
FILENAME ~ /schema\// {
	if (tolower($0) ~ /^create table/) {
		table = tolower($3); sub(/\(.*/, "", table)
		is_table[table] = 1
	} else if (tolower($1) == "practice_id")
		owned[table] = 1
	next
}

/^-- query / { start_query($0); next }
/^-- out / { read_columns($0); next }
/^-- crosses practices: / { why_across = substr($0, 22); next }
/^-- epoch stays: / { why_stays = substr($0, 17); next }
/^--/ { if (name == "") pending_note = pending_note "\n *" substr($0, 3); next }
/^[ \t]*$/ { if (name == "") pending_note = ""; next }
{
	if (name == "") {
		complain("a statement without a line \"-- query\" above it")
		next
	}
	line = take_line($0)
	last = sub(/;[ \t]*$/, "", line)
	sql = sql (sql == "" ? "" : "\n") line
	if (last)
		finish_query()
}

END {
	if (name != "")
		complain("query " name " does not end with a semicolon")
	if (errors)
		exit 1
	h = out "/queries.h"; c = out "/queries.c"
	printf "/* Made by sql/gen.awk of sql/queries; do not edit. */\n#ifndef DB_QUERIES_H\n" \
		"#define DB_QUERIES_H\n\n#include \"db/db.h\"\n%s\n" \
		"/* All statements, in the order of their numbers. */\nenum { QUERIES = %d };\n" \
		"extern const struct query *const all_queries[QUERIES];\n\n#endif\n", header, n_queries > h
	printf "/* Made by sql/gen.awk of sql/queries; do not edit. */\n#include \"db/queries.h\"\n%s\n" \
		"const struct query *const all_queries[QUERIES] = {\n%s};\n", source, list > c
}
