# shellcheck shell=bash
# A private myQOPI for a suite: its own folder under /tmp, free ports, stopped and
# removed at the end; its logs stay in tests/output/logs if something failed.
# Sourced by tests/run; expects $top, $logs, $failed, say(), stoppable() and port_free().

instance=

# instance_start SUITE: sets MYQOPI_STATE and MYQOPI_ADDRESS for the tests.
instance_start() {
	local port log=$logs/$1-serve.log
	instance=$(mktemp -d /tmp/myqopi-tests.XXXXXX)
	instance_failed_before=$failed
	port=$(port_free)
	export MYQOPI_STATE=$instance/state MYQOPI_ADDRESS=http://127.0.0.1:$port
	export MYQOPI_PROGRAMS=${MYQOPI_PROGRAMS-$top/fcgi} # what was built before: nobody builds beside others
	if ! stoppable "$top/nginx/serve" --state "$MYQOPI_STATE" --port "$port" --background >"$log" 2>&1; then
		tally "$1: nginx/serve" "$log" 1
		instance_stop "$1"
		return 1
	fi
}

instance_stop() {
	[ -n "$instance" ] || return 0
	"$top/nginx/serve" --stop --state "$instance/state" >/dev/null 2>&1 || true
	if [ "$failed" -ne "$instance_failed_before" ] && [ -d "$instance/state/log" ]; then
		rm -rf "${logs:?}/$1"
		cp -r "$instance/state/log" "$logs/$1"
		say "logs of the servers: $logs/$1"
	fi
	rm -rf "$instance"
	instance=
}
