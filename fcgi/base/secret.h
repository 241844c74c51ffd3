/*
 * Secrets: random tokens, password hashes, keyed digests. libsodium does the
 * work; nothing else in the program includes it.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/row.h"

enum { SECRET_DIGEST_SIZE = 32, SECRET_KEY_SIZE = 32, SECRET_TOKEN_LENGTH = 43 };

/* Once in each process, before anything else here. */
void secret_init(void);

/* The process's key from its hex file (mode 0600); a fault if it is not one. */
void secret_load_key(const char *path);

/* A random token of 256 bits in URL-safe base64 without padding (43 characters). */
char *secret_token(struct arena *a);

/* BLAKE2b-256 of a token, to be stored in its place. */
struct bytes secret_digest(struct arena *a, const char *token);

/* Bytes as lower-case hex digits, and as base64 (RFC 4648, 4). */
char *secret_hex(struct arena *a, struct bytes bytes);
char *secret_base64(struct arena *a, struct bytes bytes);

/* BLAKE2b-256 with the process's key, as 64 hex digits: for ids in logs. */
char *secret_keyed_hex(struct arena *a, const char *purpose, const char *text);

/* argon2id, 19 MiB and 2 passes (OWASP Password Storage); takes about 30 ms. */
char *secret_password_hash(struct arena *a, const char *password);
bool secret_password_fits(const char *hash, const char *password);

/* Spends the time of a check, for accounts that do not exist. */
void secret_password_pretend(const char *password);

/* Equal-time comparison of two texts. */
bool secret_equal(const char *one, const char *other);

/*
 * A CSRF token for a session: masked anew at each call (BREACH), good for that
 * session only. secret_csrf_fits says whether it is one.
 */
char *secret_csrf(struct arena *a, const char *session_token);
bool secret_csrf_fits(const char *session_token, const char *csrf);

/* Encrypts a short text under the process's key, as URL-safe base64; and back
 * (NULL if it was changed or is of another key). For one-time-code secrets. */
char *secret_seal(struct arena *a, const char *text);
char *secret_open(struct arena *a, const char *sealed);

/* Uniform random number below `limit` (limit > 0). */
uint32_t secret_random_below(uint32_t limit);

#endif
