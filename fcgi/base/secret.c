/* Secrets: see secret.h. */
#include "base/secret.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"

enum {
	BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
	TOKEN_BYTES = 32,
	CSRF_BYTES = 16,
	ARGON_PASSES = 2,
	ARGON_BYTES = 19 * 1024 * 1024,
};

static unsigned char process_key[SECRET_KEY_SIZE];

void
secret_init(void)
{
	if (sodium_init() < 0)
		fault("libsodium finds no source of random numbers");
}

/* Reads the file whole into `text`; it must be ours alone. */
static void
read_private(const char *path, char *text, size_t size)
{
	struct stat st;
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		fault("cannot open the key file %s", path);
	if (fstat(fd, &st) != 0 || (st.st_mode & 077) != 0) {
		close(fd);
		fault("the key file %s can be read by others: set its mode to 0600", path);
	}
	n = read(fd, text, size - 1);
	close(fd);
	text[n > 0 ? n : 0] = '\0';
}

void
secret_load_key(const char *path)
{
	char hex[2 * SECRET_KEY_SIZE + 8];
	size_t len = 0;

	read_private(path, hex, sizeof hex);
	if (sodium_hex2bin(process_key, sizeof process_key, hex, strlen(hex), "\r\n ", &len,
			   NULL) != 0 ||
	    len != sizeof process_key)
		fault("%s is not a key: %d bytes in hex are wanted", path, SECRET_KEY_SIZE);
	sodium_memzero(hex, sizeof hex);
}

static char *
to_base64(struct arena *a, const unsigned char *bytes, size_t len)
{
	size_t size = sodium_base64_ENCODED_LEN(len, BASE64);
	char *text = arena_alloc(a, size);

	return sodium_bin2base64(text, size, bytes, len, BASE64);
}

/* The bytes of `text` into `bytes`; their number, 0 if it is not base64 of at most `size`. */
static size_t
from_base64(const char *text, unsigned char *bytes, size_t size)
{
	size_t len = 0;

	if (sodium_base642bin(bytes, size, text, strlen(text), NULL, &len, NULL, BASE64) != 0)
		return 0;
	return len;
}

char *
secret_token(struct arena *a)
{
	unsigned char bytes[TOKEN_BYTES];

	randombytes_buf(bytes, sizeof bytes);
	return to_base64(a, bytes, sizeof bytes);
}

struct bytes
secret_digest(struct arena *a, const char *token)
{
	unsigned char *digest = arena_alloc(a, SECRET_DIGEST_SIZE);

	crypto_generichash(digest, SECRET_DIGEST_SIZE, (const unsigned char *)token, strlen(token),
			   NULL, 0);
	return (struct bytes){ digest, SECRET_DIGEST_SIZE };
}

char *
secret_hex(struct arena *a, struct bytes bytes)
{
	size_t size = 2 * bytes.size + 1;

	return sodium_bin2hex(arena_alloc(a, size), size, bytes.data, bytes.size);
}

char *
secret_base64(struct arena *a, struct bytes bytes)
{
	size_t size = sodium_base64_encoded_len(bytes.size, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_alloc(a, size), size, bytes.data, bytes.size,
				 sodium_base64_VARIANT_ORIGINAL);
}

static void
keyed(const char *purpose, const void *data, size_t len, unsigned char *digest, size_t size)
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, process_key, sizeof process_key, size);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, data, len);
	crypto_generichash_final(&state, digest, size);
}

char *
secret_keyed_hex(struct arena *a, const char *purpose, const char *text)
{
	unsigned char digest[SECRET_DIGEST_SIZE];

	keyed(purpose, text, strlen(text), digest, sizeof digest);
	return secret_hex(a, (struct bytes){ digest, sizeof digest });
}

char *
secret_password_hash(struct arena *a, const char *password)
{
	char *hash = arena_alloc(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(hash, password, strlen(password), ARGON_PASSES, ARGON_BYTES,
				  crypto_pwhash_ALG_ARGON2ID13) != 0)
		fault("no memory to hash a password");
	return hash;
}

bool
secret_password_fits(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

void
secret_password_pretend(const char *password)
{
	char hash[crypto_pwhash_STRBYTES];

	if (crypto_pwhash_str_alg(hash, password, strlen(password), ARGON_PASSES, ARGON_BYTES,
				  crypto_pwhash_ALG_ARGON2ID13) != 0)
		fault("no memory to hash a password");
}

bool
secret_equal(const char *one, const char *other)
{
	size_t len = strlen(one);

	return len == strlen(other) && sodium_memcmp(one, other, len) == 0;
}

/* What the session's CSRF tokens hide under their masks. */
static void
csrf_core(const char *session_token, unsigned char core[CSRF_BYTES])
{
	keyed("csrf", session_token, strlen(session_token), core, CSRF_BYTES);
}

/*
 * Random bytes to hide a token under, so that no two answers say it alike. They go out beside
 * it, so they need not be secret, and the kernel is asked for many at once.
 */
static void
take_mask(unsigned char mask[CSRF_BYTES])
{
	static unsigned char pool[256 * CSRF_BYTES];
	static size_t left;

	if (left == 0) {
		randombytes_buf(pool, sizeof pool);
		left = sizeof pool;
	}
	left -= CSRF_BYTES;
	memcpy(mask, pool + left, CSRF_BYTES);
}

char *
secret_csrf(struct arena *a, const char *session_token)
{
	unsigned char masked[2 * CSRF_BYTES];

	csrf_core(session_token, masked + CSRF_BYTES);
	take_mask(masked);
	for (int i = 0; i < CSRF_BYTES; i++)
		masked[CSRF_BYTES + i] ^= masked[i];
	return to_base64(a, masked, sizeof masked);
}

bool
secret_csrf_fits(const char *session_token, const char *csrf)
{
	unsigned char core[CSRF_BYTES], given[2 * CSRF_BYTES];

	if (from_base64(csrf, given, sizeof given) != sizeof given)
		return false;
	csrf_core(session_token, core);
	for (int i = 0; i < CSRF_BYTES; i++)
		given[CSRF_BYTES + i] ^= given[i];
	return sodium_memcmp(core, given + CSRF_BYTES, CSRF_BYTES) == 0;
}

char *
secret_seal(struct arena *a, const char *text)
{
	size_t len = strlen(text);
	size_t size = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + len;
	unsigned char *sealed = arena_alloc(a, size);

	randombytes_buf(sealed, crypto_secretbox_NONCEBYTES);
	crypto_secretbox_easy(sealed + crypto_secretbox_NONCEBYTES, (const unsigned char *)text,
			      len, sealed, process_key);
	return to_base64(a, sealed, size);
}

char *
secret_open(struct arena *a, const char *sealed)
{
	size_t size = strlen(sealed);
	unsigned char *bytes = arena_alloc(a, size);
	size_t len = from_base64(sealed, bytes, size);
	size_t head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
	char *text;

	if (len < head)
		return NULL;
	text = arena_alloc(a, len - head + 1);
	if (crypto_secretbox_open_easy((unsigned char *)text, bytes + crypto_secretbox_NONCEBYTES,
				       len - crypto_secretbox_NONCEBYTES, bytes, process_key) != 0)
		return NULL;
	return text;
}

uint32_t
secret_random_below(uint32_t limit)
{
	return randombytes_uniform(limit);
}
