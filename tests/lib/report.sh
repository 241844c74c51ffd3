# shellcheck shell=bash
# Counting and telling. A test program's log is TAP (cmocka, node:test) or
# anything at all, then its exit status is its one result (77: skipped).
# Sourced by tests/run; expects $logs.

passed=0 failed=0 skipped=0
suite=   # whose lines these are, where a suite runs
running= # pid of the program that runs

say() { printf '%-12s %s\n' "${suite:-tests}:" "$*"; }
warn() { say "$@" >&2; }
die() {
	warn "$*"
	exit 1
}

# counts LOG STATUS: prints passed, failed, skipped and seconds of one program.
counts() {
	awk -v status="$2" '
		/^ok [0-9]+.*# SKIP/ || /^not ok [0-9]+ # SKIP/ { skip++; next }
		/^ok [0-9]+/ { pass++ }
		/^not ok [0-9]+/ { fail++ }
		/^# pass [0-9]+$/ { node = 1; n_pass = $3 }
		/^# (fail|cancelled) [0-9]+$/ { n_fail += $3 }
		/^# (skipped|todo) [0-9]+$/ { n_skip += $3 }
		/^# seconds / { seconds = $3 }
		END {
			if (node) { pass = n_pass; fail = n_fail; skip = n_skip }
			if (status == 77 && !fail) skip++
			else if (status != 0 && !fail) fail++
			else if (status == 0 && !(pass + fail + skip)) pass++
			printf "%d %d %d %.2f\n", pass, fail, skip, seconds
		}' "$1"
}

# tally NAME LOG STATUS: adds to the sums, prints a line, on failure the log.
tally() {
	local pass fail skip seconds what
	read -r pass fail skip seconds < <(counts "$2" "$3")
	passed=$((passed + pass)) failed=$((failed + fail)) skipped=$((skipped + skip))
	what="$pass passed"
	[ "$fail" -eq 0 ] || what+=", $fail FAILED"
	[ "$skip" -eq 0 ] || what+=", $skip skipped"
	{
		flock 7 # no other suite's line comes between
		say "$(printf '%-46s %8s s  %s' "$1" "$seconds" "$what")"
		[ "$fail" -eq 0 ] || show_failure "$2"
	} 7<"$logs"
}

# show_failure LOG: what failed, then the end of its log.
show_failure() {
	printf '    --- %s\n' "$1"
	{ grep -a -E '^[[:space:]]*not ok ' "$1" || true; } | head -n 20 | sed 's/^/    /'
	printf '    ...\n'
	tail -n 40 "$1" | sed 's/^/    /'
	printf '    ---\n'
}

# stoppable COMMAND...: as in front, but a signal to this shell ends it at once.
stoppable() {
	local status=0
	"$@" &
	running=$!
	wait "$running" || status=$?
	running=
	return "$status"
}

stop_running() {
	[ -n "$running" ] || return 0
	kill "$running" 2>/dev/null || true
	wait "$running" || true
}

# run_one NAME COMMAND...: one test program, at most 15 minutes.
run_one() {
	local name=$1 log status=0
	shift
	log=$logs/${name//\//-}.log
	stoppable timeout --kill-after=10 900 "$top/tests/lib/timed" "$@" >"$log" 2>&1 || status=$?
	[ "$status" -ne 124 ] || echo "not ok 1 - it did not end within 15 minutes" >>"$log"
	tally "$name" "$log" "$status"
}
