# shellcheck shell=bash
# Starting, watching and stopping the programs of one state folder. Each runs in
# a session of its own and leaves run/NAME.pid and run/NAME.start (the kernel's
# start time of that pid), so that a pid used again by a stranger is never taken
# for ours. Sourced by nginx/serve; expects $state, say(), warn() and die().

# In the order they start; they stop in the order of $stop_order.
programs=(mariadb directory mail web worker nginx)
stop_order=(nginx web worker directory mail mariadb)

# process_started PID: its start time in clock ticks; fails if gone or a zombie.
process_started() {
	local stat
	read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
	stat=${stat##*) }
	# shellcheck disable=SC2086 # words are meant to split
	set -- $stat
	[ "$1" != Z ] && printf '%s\n' "${20}"
}

# pid_of NAME: the pid if that program of ours runs; fails otherwise.
pid_of() {
	local pid start
	read -r pid 2>/dev/null <"$state/run/$1.pid" || return 1
	read -r start 2>/dev/null <"$state/run/$1.start" || return 1
	[ "$(process_started "$pid")" = "$start" ] && printf '%s\n' "$pid"
}

remember() {
	printf '%s\n' "$2" >"$state/run/$1.pid"
	process_started "$2" >"$state/run/$1.start" || true
}

# launch NAME COMMAND...: in the background, output to log/NAME.log.
launch() {
	local name=$1
	shift
	setsid "$@" </dev/null >>"$state/log/$name.log" 2>&1 9>&- &
	remember "$name" $!
}

# await NAME SECONDS COMMAND...: until the command succeeds; what was launched so
# far has to stay alive.
await() {
	local name=$1 tries=$(($2 * 10)) other
	shift 2
	until "$@" >/dev/null 2>&1; do
		for other in "${programs[@]}"; do
			if [ -f "$state/run/$other.pid" ] && ! pid_of "$other" >/dev/null; then
				died "$other" "ended while starting"
			fi
		done
		((tries-- > 0)) || died "$name" "did not answer in time"
		sleep 0.1
	done
}

died() {
	tail -n 15 "$state/log/$1.log" >&2
	die "$1 $2; the end of $state/log/$1.log is above"
}

# finish NAME SIGNAL SECONDS: asks, waits, and at last kills the whole session.
finish() {
	local name=$1 pid tries=$(($3 * 20))
	if pid=$(pid_of "$name"); then
		kill -s "$2" "$pid" 2>/dev/null || true
		while pid_of "$name" >/dev/null && ((tries-- > 0)); do
			sleep 0.05
		done
		if pid_of "$name" >/dev/null; then
			warn "$name (pid $pid) did not stop in $3 s; killing it"
			kill -s KILL -- "-$pid" 2>/dev/null || true
		fi
	fi
	rm -f "$state/run/$name.pid" "$state/run/$name.start"
}

finish_all() {
	local name
	for name in "${stop_order[@]}"; do
		case $name in
		nginx) finish nginx QUIT 10 ;;
		worker) finish worker TERM 30 ;;
		mariadb) finish mariadb TERM 60 ;;
		*) finish "$name" TERM 15 ;;
		esac
	done
	rm -f "$state"/run/*.sock
}

# how_many_run: of the programs, as a number.
how_many_run() {
	local name count=0
	for name in "${programs[@]}"; do
		if pid_of "$name" >/dev/null; then
			count=$((count + 1))
		fi
	done
	printf '%s\n' "$count"
}

# status: a line each; fails unless all run.
status() {
	local name pid all=0
	for name in "${programs[@]}"; do
		if pid=$(pid_of "$name"); then
			printf '%-10s %8s  up\n' "$name" "$pid"
		else
			printf '%-10s %8s  down\n' "$name" -
			all=1
		fi
	done
	return "$all"
}
