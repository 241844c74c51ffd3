# shellcheck shell=bash
# Which TCP ports of this machine are free. Sourced by nginx/serve and tests/run.

# port_taken PORT: somebody listens on it (any address, IPv4 or IPv6).
port_taken() {
	awk -v want="$(printf '%04X' "$1")" '
		$4 == "0A" { n = split($2, at, ":"); if (at[n] == want) found = 1 }
		END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

# port_free: a free loopback port, below the range the kernel hands out itself: the next
# after the one that was given last on this machine, so that two who ask at the same
# moment, and listen some seconds later, have different ones.
port_free() {
	local given port
	given=/tmp/myqopi-$(id -u)-port
	(
		flock 7
		read -r port <&7 || true
		[[ $port =~ ^2[0-9]{4}$ ]] || port=$((20000 + RANDOM % 10000))
		while :; do
			port=$((20000 + (port - 20000 + 1) % 10000))
			port_taken "$port" || break
		done
		printf '%s\n' "$port" | tee "$given"
	) 7<>"$given"
}
