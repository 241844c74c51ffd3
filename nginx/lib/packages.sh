# shellcheck shell=bash
# Debian packages: which of nginx/packages are missing, and installing those.
# Sourced by nginx/serve and tests/run; expects $top and say().

# package_there NAME [COMMAND]: installed, or its command comes from elsewhere.
package_there() {
	case $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) in
	installed) return 0 ;;
	esac
	[ -n "${2-}" ] && PATH=$PATH:/usr/sbin:/sbin command -v "$2" >/dev/null
}

# packages_missing SET...: prints the missing packages of these sets.
packages_missing() {
	local set name command
	while read -r set name command; do
		case " $* " in
		*" $set "*) package_there "$name" "$command" || printf '%s ' "$name" ;;
		esac
	done <"$top/nginx/packages"
}

# packages_install SET...: nothing if nothing is missing.
packages_install() {
	local missing as_root=
	missing=$(packages_missing "$@")
	[ -n "$missing" ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null ||
			die "these packages are missing: run as root: apt-get install $missing"
		as_root=sudo
	fi
	say "installing Debian packages (a minute or two): $missing"
	# shellcheck disable=SC2086 # words are meant to split
	{
		$as_root apt-get -q update &&
			$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
				--no-install-recommends $missing
	} >"${TMPDIR:-/tmp}/myqopi-apt.$$" 2>&1 || {
		tail -n 20 "${TMPDIR:-/tmp}/myqopi-apt.$$" >&2
		rm -f "${TMPDIR:-/tmp}/myqopi-apt.$$"
		die "apt-get could not install them; its last lines are above"
	}
	rm -f "${TMPDIR:-/tmp}/myqopi-apt.$$"
}
