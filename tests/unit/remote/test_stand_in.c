/* The stand-in directory behind nginx with TLS, asked by the real client. */
#include "../test.h"

#include "base/secret.h"
#include "base/text.h"
#include "remote/directory.h"
#include "server.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static struct server server;
static pid_t nginx;
static struct arena *a;
static struct conf conf;
static struct directory *directory;
static struct member member;

static const char nginx_conf[] =
	"daemon off; master_process off; pid nginx.pid; error_log nginx.log;\n"
	"events { }\n"
	"http {\n"
	"  access_log off;\n"
	"  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;\n"
	"  uwsgi_temp_path t4; scgi_temp_path t5;\n"
	"  server {\n"
	"    listen 127.0.0.1:%d ssl;\n"
	"    ssl_certificate server.pem; ssl_certificate_key server.key;\n"
	"    location / {\n"
	"      fastcgi_param REQUEST_METHOD $request_method;\n"
	"      fastcgi_param REQUEST_URI $request_uri;\n"
	"      fastcgi_param CONTENT_LENGTH $content_length;\n"
	"      fastcgi_pass unix:%s/directory.sock;\n"
	"    }\n"
	"  }\n"
	"}\n";

/* A client that waits `ms` for one answer. */
static struct directory *
directory_waiting(uint32_t ms)
{
	struct conf c = conf;

	c.directory_total_ms = ms;
	return directory_new(a, &c, directory_breaker(a, &c));
}

static enum directory_outcome
verify(const char *last_name, const char *member_id)
{
	return directory_verify(directory, a, last_name, member_id, &member);
}

static size_t
ignore_bytes(char *bytes, size_t one, size_t count, void *arg)
{
	(void)bytes;
	(void)arg;
	return one * count;
}

/* Orders to the stand-in, as "mode=slow&count=2"; gives the status of its answer. */
static long
order_with(const char *token, const char *orders)
{
	CURL *curl = curl_easy_init();
	struct curl_slist *headers = curl_slist_append(NULL,
		arena_printf(a, "Authorization: Bearer %s", token));
	long status = 0;

	curl_easy_setopt(curl, CURLOPT_URL, arena_printf(a, "%s/control", conf.directory_base));
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_CAINFO, server.cert);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, orders);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore_bytes);
	assert_int_equal(curl_easy_perform(curl), CURLE_OK);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
	return status;
}

static void
order(const char *orders)
{
	assert_int_equal(order_with("token-of-the-test", orders), 200);
}

static void
made_up_members_are_verified(void **state)
{
	(void)state;
	assert_int_equal(verify("garcia lopez", "100001"), DIRECTORY_VERIFIED);
	assert_string_equal(member.last_name, "García-López");
	assert_string_equal(member.first_name, "Ana");
	assert_string_equal(member.designation, "MD");
	assert_string_equal(member.country, "US");
	assert_int_equal(verify("obrien", "100002"), DIRECTORY_VERIFIED);
	assert_int_equal(verify("Rossi", "100043"), DIRECTORY_NO_MATCH); /* lapsed */
	assert_int_equal(verify("Rossi", "1"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("Rossi", "100001"), DIRECTORY_NO_MATCH);
}

/* Every line of the file can be found by its own name, whatever its letters. */
static void
every_member_of_the_file_is_there(void **state)
{
	char line[512];
	size_t count, active = 0, others = 0;
	FILE *in = fopen(SOURCE_DIR "/nginx/dev-members.tsv", "re");

	(void)state;
	assert_non_null(in);
	assert_non_null(fgets(line, sizeof line, in));
	while (fgets(line, sizeof line, in) != NULL) {
		char **part = text_split(a, line, '\t', &count);
		bool is_active = text_equal(part[3], "active");

		assert_int_equal(count, 6);
		assert_int_equal(verify(part[1], part[0]),
				 is_active ? DIRECTORY_VERIFIED : DIRECTORY_NO_MATCH);
		*(is_active ? &active : &others) += 1;
	}
	fclose(in);
	assert_true(active + others >= 40);
	assert_true(others >= 5);
}

static void
faults_can_be_ordered(void **state)
{
	static const char *const modes[] = { "slow", "error", "rubbish", "huge", "break", "unauthorized" };

	(void)state;
	conf.directory_retries = 0;
	conf.directory_breaker_failures = 100;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		order(arena_printf(a, "mode=%s&count=2", modes[i]));
		directory = directory_waiting(i == 0 ? 500 : 5000);
		assert_int_equal(verify("Okafor", "100003"), DIRECTORY_DOWN);
		assert_int_equal(verify("Okafor", "100003"), DIRECTORY_DOWN);
		directory = directory_waiting(5000);
		assert_int_equal(verify("Okafor", "100003"), DIRECTORY_VERIFIED);
	}
	order("mode=error&count=1000");
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_DOWN);
	order("mode=ok");
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_VERIFIED);
}

static void
a_busy_directory_is_left_alone(void **state)
{
	(void)state;
	order("mode=busy");
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_DOWN);
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_DOWN); /* by our own breaker */
	directory = directory_new(a, &conf, directory_breaker(a, &conf));
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_VERIFIED);
}

static void
orders_need_the_token_and_sense(void **state)
{
	(void)state;
	assert_int_equal(order_with("guess", "mode=error"), 401);
	assert_int_equal(order_with("token-of-the-test", "mode=loud"), 400);
	assert_int_equal(order_with("token-of-the-test", "mode=error&count=-1"), 400);
	assert_int_equal(order_with("token-of-the-test", "count=%zz"), 400);
	assert_int_equal(verify("Okafor", "100003"), DIRECTORY_VERIFIED);
}

static struct sockaddr_in
loopback(int port)
{
	return (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

/* A port of the loopback that nobody uses now. */
static int
free_port(void)
{
	struct sockaddr_in at = loopback(0);
	socklen_t size = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
	close(fd);
	return ntohs(at.sin_port);
}

/* Waits until somebody listens; the test fails after five seconds. */
static void
await(const struct sockaddr *at, socklen_t size)
{
	for (int i = 0; i < 500; i++) {
		int fd = socket(at->sa_family, SOCK_STREAM, 0);
		int refused = connect(fd, at, size);

		close(fd);
		if (refused == 0)
			return;
		poll(NULL, 0, 10);
	}
	fail_msg("a server did not come up");
}

static int
begin(void **state)
{
	struct sockaddr_in tls;
	struct sockaddr_un local = { .sun_family = AF_UNIX };
	char text[2048], path[96];

	(void)state;
	secret_init();
	server_prepare(&server);
	server.port = free_port();
	snprintf(text, sizeof text, nginx_conf, server.port, server.dir);
	server_file(&server, "nginx.conf", text, path);
	snprintf(local.sun_path, sizeof local.sun_path, "%s/directory.sock", server.dir);
	server.pid = server_spawn((const char *const[]){ "fcgi/myqopi-directory", "--socket",
		local.sun_path, "--members", SOURCE_DIR "/nginx/dev-members.tsv", "--token-file",
		server.token, NULL });
	nginx = server_spawn((const char *const[]){ "/usr/sbin/nginx", "-p", server.dir, "-c", path,
		"-e", "stderr", NULL });
	tls = loopback(server.port);
	await((struct sockaddr *)&local, sizeof local);
	await((struct sockaddr *)&tls, sizeof tls);
	return 0;
}

/* TERM ends the stand-in cleanly. */
static int
end(void **state)
{
	int status;

	(void)state;
	kill(nginx, SIGTERM);
	waitpid(nginx, NULL, 0);
	kill(server.pid, SIGTERM);
	assert_int_equal(waitpid(server.pid, &status, 0), server.pid);
	server_clean(&server);
	return status;
}

static int
fresh(void **state)
{
	(void)state;
	a = arena_new(64 << 20);
	conf_defaults(&conf);
	conf.directory_base = arena_printf(a, "https://127.0.0.1:%d", server.port);
	conf.directory_ca_file = server.cert;
	conf.directory_token_file = server.token;
	directory = directory_new(a, &conf, directory_breaker(a, &conf));
	return 0;
}

static int
done(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(made_up_members_are_verified, fresh, done),
	cmocka_unit_test_setup_teardown(every_member_of_the_file_is_there, fresh, done),
	cmocka_unit_test_setup_teardown(faults_can_be_ordered, fresh, done),
	cmocka_unit_test_setup_teardown(a_busy_directory_is_left_alone, fresh, done),
	cmocka_unit_test_setup_teardown(orders_need_the_token_and_sense, fresh, done),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, begin, end);
}
