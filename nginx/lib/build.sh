# shellcheck shell=bash
# Building in the source tree, only what is older than its sources. The linker
# writes new files beside running ones, so another instance is not disturbed.
# Sourced by nginx/serve and tests/run; expects $top, say() and die().

# logged LOG COMMAND...: runs it quietly; on failure shows the end of its output.
logged() {
	local log=$1
	shift
	if ! "$@" >>"$log" 2>&1; then
		tail -n 40 "$log" >&2
		die "\`$*\` failed; its last lines are above, all of them in $log"
	fi
}

# build LOG [CONFIGURE-OPTION]: all programs, after configuring if need be.
build() {
	: >"$1"
	(
		cd "$top" || exit 1
		exec 8<.
		flock 8 # one build at a time in this tree
		build_here "$@"
	)
}

build_here() {
	local log=$1 option=${2-}
	if [ ! -x configure ]; then
		say "preparing the build (about 10 s)"
		logged "$log" autoreconf -i
	fi
	if [ ! -f Makefile ] || ! configured_with "$option"; then
		say "configuring (about 10 s)"
		logged "$log" ./configure ${option:+"$option"}
		[ -z "$option" ] || logged "$log" make clean
	fi
	if [ "$(make -n all 2>/dev/null | grep -c -e ' -o ')" -gt 0 ]; then
		say "building (up to a minute or two the first time)"
	fi
	logged "$log" make -j"$(nproc)" all
}

configured_with() {
	[ -z "$1" ] || ./config.status --config 2>/dev/null | grep -q -e "$1"
}
