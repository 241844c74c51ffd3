# shellcheck shell=bash
# What benchmarks share: an instance of their own below $work, its end however they end,
# figures of wrk and their medians. Sourced by their `run`; expects $top.

say() { printf 'bench: %s\n' "$*" >&2; }
warn() { say "$*"; }
die() {
	say "$*"
	exit 1
}

# shellcheck source=nginx/lib/packages.sh
. "$top/nginx/lib/packages.sh"
# shellcheck source=nginx/lib/ports.sh
. "$top/nginx/lib/ports.sh"
# shellcheck source=nginx/lib/process.sh
. "$top/nginx/lib/process.sh"

work=$(mktemp -d /tmp/myqopi-bench.XXXXXX)
state=$work/state sockets=$work/state/run address=''

# bench_start COMMAND: from here on all ends when the script does, COMMAND first (`:` for none).
bench_start() {
	bench_before_end=$1
	trap 'bench_leave' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
}

bench_leave() {
	local status=$?
	trap '' INT TERM HUP
	"$bench_before_end"
	[ ! -d "$state/run" ] || "$top/nginx/serve" --stop --state "$state" >/dev/null 2>&1 || true
	rm -rf "$work"
	exit "$status"
}

# instance: a running myQOPI with the demonstration data; sets $address.
instance() {
	local port
	port=$(port_free)
	address=http://127.0.0.1:$port
	"$top/nginx/serve" --state "$state" --port "$port" --background >"$work/serve.log" 2>&1 || {
		tail -n 20 "$work/serve.log" >&2
		die "nginx/serve did not start; its last lines are above"
	}
}

# node_script FILE ARGUMENT...: with the instance, as tests find it.
node_script() {
	MYQOPI_ADDRESS=$address MYQOPI_STATE=$state node "$@"
}

# rows_of QUERY: of the instance's database, with tabs between.
rows_of() {
	mariadb --no-defaults --socket="$sockets/mariadb.sock" --user=root -N -B myqopi -e "$1"
}

# note NAME LINE: keeps the figures that a script of ours printed; none may have failed.
note() {
	local word rate p50 p99 bytes failures
	read -r word rate p50 p99 bytes failures <<<"$2"
	[ "$word" = figures ] || die "$1: wrk gave no figures"
	[ "$failures" -eq 0 ] || die "$1: $failures answers were not what they should be"
	printf '%s %s %s %s\n' "$rate" "$p50" "$p99" "$bytes" >>"$work/$1.figures"
}

# median <NUMBERS
median() {
	sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
