/* SPDX-License-Identifier: MIT */
/*
 * What nobody else is to read is not in a child either: a hook, an editor or a printer begins as a copy of this program, and what waits
 * for one may be that copy for a while.
 */
#define _DEFAULT_SOURCE 1 /* MADV_WIPEONFORK */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/secret.h"
#include "store/sealed.h"

static const char word[] = "correct horse battery";

/* True where the system wipes pages in children: Linux since 4.14, and not every sandbox that looks like it. */
static bool can_be_wiped(void)
{
#ifdef MADV_WIPEONFORK
	size_t size = (size_t)sysconf(_SC_PAGESIZE);
	void *page = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	bool can = page != MAP_FAILED && madvise(page, size, MADV_WIPEONFORK) == 0;

	munmap(page, size);
	return can;
#else
	return false;
#endif
}

/* How many bytes that are not zero a child, and a child of that, find at a place. */
static int seen_by_children(const void *place, size_t size)
{
	const unsigned char *bytes = place;
	int status = -1, count = 0;
	pid_t child = fork();

	if (child == 0) {
		pid_t grandchild = fork();

		for (size_t i = 0; i < size; i++)
			count += bytes[i] != 0;
		if (grandchild > 0 && waitpid(grandchild, &status, 0) == grandchild)
			count += WEXITSTATUS(status);
		_exit(count);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void test_a_typed_secret_stays(void **state)
{
	struct secret *secret = secret_new();

	(void)state;
	if (!can_be_wiped())
		skip();
	assert_true(secret_add(secret, word, sizeof(word) - 1));
	assert_int_equal(seen_by_children(secret_text(secret), sizeof(word)), 0);
	/* And is as it was for who typed it. */
	assert_string_equal(secret_text(secret), word);
	secret_free(secret);
}

static void test_a_key_stays(void **state)
{
	struct sealed_header header;
	unsigned char *key, copy[SEALED_KEY_SIZE];
	struct err err;

	(void)state;
	if (!can_be_wiped())
		skip();
	assert_true(sealed_ready(&err));
	key = key_new();
	sealed_make_key(&header, key);
	memcpy(copy, key, sizeof(copy));
	assert_int_equal(seen_by_children(key, SEALED_KEY_SIZE), 0);
	assert_memory_equal(key, copy, sizeof(copy));
	assert_true(sealed_key_fits(&header, key));
	/* A copy anywhere else would be seen: the test can tell. */
	assert_true(seen_by_children(copy, sizeof(copy)) > 0);
	key_free(key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_typed_secret_stays),
		cmocka_unit_test(test_a_key_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
