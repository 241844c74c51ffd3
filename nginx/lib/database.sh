# shellcheck shell=bash
# The private MariaDB of a state folder: made once, reached by its socket only.
# Its accounts have no passwords; the folder of the socket, mode 0700, is the lock.
# Sourced by nginx/serve; expects $state, $sockets, $programs_dir, say() and die().

sql() {
	mariadb --no-defaults --socket="$sockets/mariadb.sock" --user=root --batch "$@"
}

database_make() {
	[ ! -d "$state/mariadb/mysql" ] || return 0
	say "making the database (about 3 s)"
	rm -rf "$state/mariadb.new"
	mkdir -m 0700 "$state/mariadb.new"
	# --force: a host whose name nobody can look up is no reason not to go on.
	mariadb-install-db --no-defaults --datadir="$state/mariadb.new" --skip-test-db --force \
		--auth-root-authentication-method=normal --user="$(id -un)" \
		>"$state/log/mariadb-install.log" 2>&1 ||
		die "mariadb-install-db failed: see $state/log/mariadb-install.log"
	mv "$state/mariadb.new" "$state/mariadb"
}

database_start() {
	launch mariadb mariadbd --defaults-file="$state/mariadb.cnf" --user="$(id -un)"
	await mariadb 60 mariadb-admin --no-defaults --socket="$sockets/mariadb.sock" --user=root ping
}

# database_accounts: one that changes the schema, one that only works with rows.
database_accounts() {
	sql <<-'SQL' || die "could not set up the accounts in MariaDB: see $state/log/mariadb.log"
		CREATE DATABASE IF NOT EXISTS myqopi
			CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
		CREATE USER IF NOT EXISTS myqopi_owner@localhost;
		GRANT ALL ON `myqopi%`.* TO myqopi_owner@localhost WITH GRANT OPTION;
		CREATE USER IF NOT EXISTS myqopi@localhost;
		GRANT SELECT, INSERT, UPDATE, DELETE ON myqopi.* TO myqopi@localhost;
	SQL
}

qopi() {
	"$programs_dir/qopi" "$@" >>"$state/log/setup.log" 2>&1 || {
		tail -n 15 "$state/log/setup.log" >&2
		die "\`qopi $*\` failed; the end of $state/log/setup.log is above"
	}
}

# database_fill: schema and catalogue at each start, the first data once. The file
# `contents` says what was put in; "filling" in it means that somebody was
# interrupted, so nothing in the database was anybody's yet and it starts over.
database_fill() {
	local contents=''
	[ ! -f "$state/contents" ] || read -r contents <"$state/contents"
	if [ "$contents" = filling ]; then
		say "the first data was interrupted last time: starting over"
		sql -e 'DROP DATABASE myqopi'
		database_accounts
	fi
	say "bringing the schema and the measure catalogue up to date (a few seconds)"
	qopi --config "$state/owner.conf" migrate
	qopi --state "$state" catalogue load
	case $contents in
	'' | filling) database_first_data ;;
	demo) [ -z "$empty" ] || warn "$state holds demonstration data already; --empty is for a new folder" ;;
	esac
}

database_first_data() {
	echo filling >"$state/contents"
	if [ -n "$empty" ]; then
		say "making the first staff account"
		qopi --state "$state" account first-staff
		echo empty >"$state/contents"
	else
		say "making the demonstration data (up to half a minute)"
		qopi --state "$state" demo
		echo demo >"$state/contents"
	fi
}
