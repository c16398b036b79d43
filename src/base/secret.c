/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1 /* MAP_ANONYMOUS, madvise */

#include "base/secret.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/mem.h"

struct secret {
	size_t len;
	char bytes[SECRET_MAX + 1];
};

/* The leak checker of a test build looks into its own process, and would not be let. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_CHECKED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_CHECKED 1
#endif
#endif

void secret_leave_no_core(void)
{
	struct rlimit none = {.rlim_cur = 0, .rlim_max = 0};

	setrlimit(RLIMIT_CORE, &none);
}

void secret_guard(void)
{
	secret_leave_no_core();
#if defined(__linux__) && !defined(IS_CHECKED)
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void secret_forget_in_children(void *bytes, size_t size)
{
#ifdef MADV_WIPEONFORK
	size_t page = (size_t)sysconf(_SC_PAGESIZE), before = (uintptr_t)bytes % page;

	madvise((char *)bytes - before, before + size, MADV_WIPEONFORK);
#else
	(void)bytes;
	(void)size;
#endif
}

struct secret *secret_new(void)
{
	struct secret *secret = mmap(NULL, sizeof(*secret), PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	secret_guard();
	if (secret == MAP_FAILED)
		mem_fatal();
	mlock(secret, sizeof(*secret));
#ifdef MADV_DONTDUMP
	madvise(secret, sizeof(*secret), MADV_DONTDUMP);
#endif
	secret_forget_in_children(secret, sizeof(*secret));
	return secret;
}

void secret_free(struct secret *secret)
{
	if (secret == NULL)
		return;
	secret_wipe(secret, sizeof(*secret));
	munlock(secret, sizeof(*secret));
	munmap(secret, sizeof(*secret));
}

bool secret_add(struct secret *secret, const char *bytes, size_t len)
{
	if (len > SECRET_MAX - secret->len)
		return false;
	memcpy(secret->bytes + secret->len, bytes, len);
	secret->len += len;
	return true;
}

void secret_cut(struct secret *secret, size_t len)
{
	assert(len <= secret->len);
	secret_wipe(secret->bytes + len, secret->len - len);
	secret->len = len;
}

const char *secret_text(const struct secret *secret)
{
	return secret->bytes;
}

size_t secret_len(const struct secret *secret)
{
	return secret->len;
}

bool secret_same(const struct secret *a, const struct secret *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

void secret_wipe(void *bytes, size_t size)
{
	volatile unsigned char *at = bytes;

	while (size-- > 0)
		*at++ = 0;
}
