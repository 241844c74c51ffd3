/*
 * A libcurl handle with the settings that all our connections share. Private
 * to remote/: nobody else sees libcurl.
 */
#ifndef REMOTE_HANDLE_H
#define REMOTE_HANDLE_H

#include <curl/curl.h>

#include "base/arena.h"

/*
 * A handle for the protocols named ("https", "smtp,smtps"): no signals, no
 * redirects, no proxy from the environment, TLS 1.2 or newer, certificates
 * verified against `ca_file` alone or, when that is empty, the system's. A CA
 * file that cannot be read is a fault. The handle ends with the arena; make it
 * after fork, since connections must not be shared.
 */
CURL *handle_new(struct arena *a, const char *protocols, const char *ca_file);

/* Sets one option; that libcurl does not take it is a fault. */
#define handle_set(curl, option, value) \
	handle_check(curl_easy_setopt((curl), (option), (value)), #option)
void handle_check(CURLcode code, const char *option);

/* A list of one more line; it ends with the arena when `list` was NULL. */
struct curl_slist *handle_list(struct arena *a, struct curl_slist *list, const char *line);

#endif
