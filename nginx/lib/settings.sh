# shellcheck shell=bash
# What a state folder needs before anything starts: ports, secrets, certificates
# and the filled-in configuration files. Sourced by nginx/serve; expects $top,
# $state, $page_port and say().

# choose_ports: keeps the chosen ones in run/ports while nobody else takes them.
choose_ports() {
	local directory='' smtp=''
	# shellcheck source=/dev/null
	[ ! -f "$state/run/ports" ] || . "$state/run/ports"
	directory_port=${directory:-0} smtp_port=${smtp:-0}
	if [ "$directory_port" = 0 ] || port_taken "$directory_port"; then
		directory_port=$(port_free)
	fi
	if [ "$smtp_port" = 0 ] || port_taken "$smtp_port"; then
		smtp_port=$(port_free)
	fi
	printf 'page=%s\ndirectory=%s\nsmtp=%s\n' "$page_port" "$directory_port" "$smtp_port" \
		>"$state/run/ports"
}

# random_file PATH: 32 random bytes in hex, made once.
random_file() {
	[ -s "$1" ] || (umask 077 && openssl rand -hex 32 >"$1.new" && mv "$1.new" "$1")
}

# certificates: an authority of our own and the directory's certificate, for 10 years.
certificates() {
	local dir=$state/tls
	[ ! -s "$dir/server.pem" ] || return 0
	say "making a certificate for the stand-in member directory"
	(
		umask 077
		mkdir -p "$dir"
		cd "$dir"
		openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
			-subj '/CN=myQOPI development authority' -keyout ca.key -out ca.pem
		openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
			-subj '/CN=localhost' -keyout server.key -out server.csr
		printf 'subjectAltName = IP:127.0.0.1, DNS:localhost\nbasicConstraints = CA:FALSE\n' \
			>server.ext
		openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial \
			-days 3650 -extfile server.ext -out server.new
		rm server.csr server.ext
		mv server.new server.pem
	) >"$state/log/certificates.log" 2>&1 ||
		die "openssl could not make the certificates: see $state/log/certificates.log"
}

# short_paths: a name for run/ that leaves room in a socket address (107 bytes).
# The sockets stay in run/; a deep folder only gets a short link to it.
short_paths() {
	sockets=$state/run
	[ ${#sockets} -gt 80 ] || return 0
	sockets=/tmp/myqopi-$(id -u)-$(printf '%s' "$state" | cksum | cut -d ' ' -f 1)
	ln -sfn "$state/run" "$sockets" 2>/dev/null || true
	[ "$(readlink "$sockets")" = "$state/run" ] ||
		die "$state is too deep for unix sockets and $sockets is in the way: remove it, or choose a shorter --state"
}

# fill TEMPLATE FILE: replaces each @name@; a value may hold anything but a newline.
fill() {
	local nginx_user=''
	[ "$(id -u)" -ne 0 ] || nginx_user='user root;'
	AT_top=$top AT_state=$state AT_sockets=$sockets AT_page_port=$page_port \
		AT_directory_port=$directory_port AT_smtp_port=$smtp_port AT_nginx_user=$nginx_user \
		awk '{
			out = ""
			while (match($0, /@[a-z_]+@/)) {
				name = "AT_" substr($0, RSTART + 1, RLENGTH - 2)
				if (!(name in ENVIRON)) {
					print FILENAME ":" FNR ": nothing fills " name >"/dev/stderr"
					exit 1
				}
				out = out substr($0, 1, RSTART - 1) ENVIRON[name]
				$0 = substr($0, RSTART + RLENGTH)
			}
			print out $0
		}' "$1" >"$2.new"
	mv "$2.new" "$2"
}

write_settings() {
	local file
	random_file "$state/secret.key"
	random_file "$state/directory.token"
	certificates
	fill "$top/nginx/dev.conf.in" "$state/myqopi.conf"
	sed 's/^database_user = .*/database_user = myqopi_owner/' "$state/myqopi.conf" \
		>"$state/owner.conf"
	fill "$top/nginx/mariadb.cnf" "$state/mariadb.cnf"
	mkdir -p "$state/nginx/tmp"
	for file in nginx registry fastcgi headers directory; do
		fill "$top/nginx/$file.conf" "$state/nginx/$file.conf"
	done
}
