/* SPDX-License-Identifier: MIT */
#include "watch.h"

#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/inotify.h>
#include <unistd.h>
#endif

#include "base/mem.h"

#ifdef __linux__

/*
 * Once it is there the file alone is watched, so that its neighbours wake nobody; a change that is made whole touches it, and
 * to be replaced or removed changes the count of its names. Not the closing: to look at it would be news of its own.
 */
enum {
	FILE_EVENTS = IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF,
	FOLDER_EVENTS = IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR,
	EVENTS_SIZE = 4096
};

struct watch {
	int fd;
	int at;      /* what is watched now, or -1 */
	char *path;  /* owned */
	bool beside; /* the file's folder is watched: what else is made in it is no concern */
};

static const char *name_of(const struct watch *watch)
{
	const char *slash = strrchr(watch->path, '/');

	return slash != NULL ? slash + 1 : watch->path;
}

/* The file, or the nearest folder above it that is there. */
static int add_nearest(struct watch *watch)
{
	char *path = mem_dup(watch->path);
	int added = inotify_add_watch(watch->fd, path, FILE_EVENTS), above = 0;

	while (added < 0) {
		char *slash = strrchr(path, '/');
		bool last = slash == NULL || slash == path;

		if (!last)
			*slash = '\0';
		above++;
		added = inotify_add_watch(watch->fd,
					  !last           ? path
					  : slash == NULL ? "."
							  : "/",
					  FOLDER_EVENTS);
		if (last)
			break;
	}
	watch->beside = above == 1;
	free(path);
	return added;
}

/* Again until it stays: a folder may have been made in between. */
static void aim(struct watch *watch)
{
	int found = add_nearest(watch);

	while (found != watch->at) {
		if (watch->at >= 0)
			inotify_rm_watch(watch->fd, watch->at);
		watch->at = found;
		found = add_nearest(watch);
	}
}

struct watch *watch_new(const char *path)
{
	struct watch *watch = mem_alloc(1, sizeof(*watch));

	watch->at = -1;
	watch->path = mem_dup(path);
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->fd >= 0)
		aim(watch);
	return watch;
}

void watch_free(struct watch *watch)
{
	if (watch == NULL)
		return;
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch->path);
	free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->at >= 0 ? watch->fd : -1;
}

bool watch_take(struct watch *watch)
{
	_Alignas(struct inotify_event) char events[EVENTS_SIZE];
	bool concerns = false, told = false;
	ssize_t bytes;

	if (watch->fd < 0)
		return true;
	while ((bytes = read(watch->fd, events, sizeof(events))) > 0) {
		told = true;
		for (ssize_t i = 0; i < bytes;) {
			struct inotify_event event;

			memcpy(&event, events + i, sizeof(event));
			i += (ssize_t)sizeof(event);
			concerns = concerns || !watch->beside || event.len == 0 ||
				   strcmp(events + i, name_of(watch)) == 0;
			i += (ssize_t)event.len;
		}
	}
	if (told)
		aim(watch);
	return concerns;
}

#else

struct watch {
	int fd;
};

struct watch *watch_new(const char *path)
{
	struct watch *watch = mem_alloc(1, sizeof(*watch));

	(void)path;
	watch->fd = -1;
	return watch;
}

void watch_free(struct watch *watch)
{
	free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->fd;
}

bool watch_take(struct watch *watch)
{
	(void)watch;
	return true;
}

#endif
