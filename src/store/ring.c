/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1 /* syscall */

#include "ring.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/keyctl.h>
#include <sys/syscall.h>
#endif

#include "sealed.h"

#ifdef __linux__

enum {
	/* Everything for who has the key in reach; looking for and reading it for the same person. */
	PERMISSIONS = 0x3f0b0000,
	NAME_SIZE = sizeof("taper:") + 2UL * SEALED_ID_SIZE
};

static const char type[] = "user";
static const long rings[] = {KEY_SPEC_SESSION_KEYRING, KEY_SPEC_USER_KEYRING};

static void name_of(const unsigned char *id, char name[NAME_SIZE])
{
	memcpy(name, "taper:", sizeof("taper:"));
	for (int i = 0; i < SEALED_ID_SIZE; i++)
		snprintf(name + strlen(name), 3, "%02x", id[i]);
}

static long find(long ring, const char *name)
{
	return syscall(SYS_keyctl, KEYCTL_SEARCH, ring, type, name, 0L);
}

bool ring_put(const unsigned char *id, const unsigned char *key, struct lock_stay stay,
	      struct err *err)
{
	long ring =
		stay.until == LOCK_UNTIL_LOGOUT ? KEY_SPEC_SESSION_KEYRING : KEY_SPEC_USER_KEYRING;
	long seconds = stay.until == LOCK_FOR_MINUTES ? stay.minutes * 60L : 0;
	char name[NAME_SIZE];
	long made;

	ring_drop(id);
	name_of(id, name);
	made = syscall(SYS_add_key, type, name, key, (size_t)SEALED_KEY_SIZE, ring);
	if (made >= 0 &&
	    syscall(SYS_keyctl, KEYCTL_SETPERM, made, (long)PERMISSIONS, 0L, 0L) == 0 &&
	    (seconds == 0 || syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, made, seconds, 0L, 0L) == 0))
		return true;
	err_set(err, ERR_IO, "the kernel keeps no keys for taper here: %s", strerror(errno));
	if (made >= 0)
		syscall(SYS_keyctl, KEYCTL_UNLINK, made, ring, 0L, 0L);
	return false;
}

bool ring_get(const unsigned char *id, unsigned char *key)
{
	char name[NAME_SIZE];

	name_of(id, name);
	for (size_t i = 0; i < sizeof(rings) / sizeof(rings[0]); i++) {
		long found = find(rings[i], name);

		if (found >= 0 && syscall(SYS_keyctl, KEYCTL_READ, found, key,
					  (long)SEALED_KEY_SIZE, 0L) == SEALED_KEY_SIZE)
			return true;
	}
	return false;
}

bool ring_drop(const unsigned char *id)
{
	char name[NAME_SIZE];
	bool any = false;

	name_of(id, name);
	for (size_t i = 0; i < sizeof(rings) / sizeof(rings[0]); i++) {
		long found = find(rings[i], name);

		if (found < 0)
			continue;
		/* Invalid at once for everyone, wherever else it is linked. */
		if (syscall(SYS_keyctl, KEYCTL_INVALIDATE, found, 0L, 0L, 0L) != 0)
			syscall(SYS_keyctl, KEYCTL_REVOKE, found, 0L, 0L, 0L);
		syscall(SYS_keyctl, KEYCTL_UNLINK, found, rings[i], 0L, 0L);
		any = true;
	}
	return any;
}

#else

bool ring_put(const unsigned char *id, const unsigned char *key, struct lock_stay stay,
	      struct err *err)
{
	(void)id;
	(void)key;
	(void)stay;
	return err_set(err, ERR_IO, "this system has no place that keeps a key for a while");
}

bool ring_get(const unsigned char *id, unsigned char *key)
{
	(void)id;
	(void)key;
	return false;
}

bool ring_drop(const unsigned char *id)
{
	(void)id;
	return false;
}

#endif
