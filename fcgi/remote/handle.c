/* A libcurl handle with our settings: see handle.h. */
#include "remote/handle.h"

#include <unistd.h>

#include "base/fault.h"
#include "base/text.h"

static void
end_library(void *unused)
{
	(void)unused;
	curl_global_cleanup();
}

static void
end_handle(void *curl)
{
	curl_easy_cleanup(curl);
}

static void
end_list(void *list)
{
	curl_slist_free_all(list);
}

void
handle_check(CURLcode code, const char *option)
{
	if (code != CURLE_OK)
		fault("libcurl does not take %s: %s", option, curl_easy_strerror(code));
}

static void
verify_against(CURL *curl, const char *ca_file)
{
	handle_set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
	handle_set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
	handle_set(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (text_is_empty(ca_file))
		return;
	if (access(ca_file, R_OK) != 0)
		fault("cannot read the certificate authority in %s", ca_file);
	handle_set(curl, CURLOPT_CAINFO, ca_file);
	/* Debian's libcurl would go on trusting all of /etc/ssl/certs beside it. */
	handle_set(curl, CURLOPT_CAPATH, NULL);
}

CURL *
handle_new(struct arena *a, const char *protocols, const char *ca_file)
{
	CURL *curl;

	/* Counted by libcurl: each handle begins and ends it once. */
	handle_check(curl_global_init(CURL_GLOBAL_DEFAULT), "curl_global_init");
	arena_defer(a, end_library, NULL);
	curl = curl_easy_init();
	if (curl == NULL)
		fault("libcurl gives no handle");
	arena_defer(a, end_handle, curl);
	handle_set(curl, CURLOPT_PROTOCOLS_STR, protocols);
	handle_set(curl, CURLOPT_FOLLOWLOCATION, 0L);
	handle_set(curl, CURLOPT_NOSIGNAL, 1L);
	/* Only the configuration says where data goes, not https_proxy. */
	handle_set(curl, CURLOPT_PROXY, "");
	verify_against(curl, ca_file);
	return curl;
}

struct curl_slist *
handle_list(struct arena *a, struct curl_slist *list, const char *line)
{
	struct curl_slist *longer = curl_slist_append(list, line);

	if (longer == NULL)
		fault("out of memory: a list of libcurl");
	if (list == NULL)
		arena_defer(a, end_list, longer);
	return longer;
}
