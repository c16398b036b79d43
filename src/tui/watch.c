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

/* Not the closing of a file: to look at it would be news of its own. */
enum {
	GONE = IN_DELETE_SELF | IN_MOVE_SELF,
	FOLDER_EVENTS =
		IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | GONE | IN_ONLYDIR,
	ABOVE_EVENTS = IN_CREATE | IN_MOVED_TO | GONE | IN_ONLYDIR,
	EVENTS_SIZE = 4096
};

struct watch {
	int fd;
	int at;       /* what is watched now, or -1 */
	char *folder; /* owned */
	char *name;   /* owned; of the file in it */
	bool exact;   /* the folder itself is watched, not one above it */
};

/* The folder, or the nearest one above it that is there. */
static int add_nearest(struct watch *watch)
{
	char *path = mem_dup(watch->folder);
	int added = inotify_add_watch(watch->fd, path, FOLDER_EVENTS);

	watch->exact = added >= 0;
	while (added < 0) {
		char *slash = strrchr(path, '/');

		if (slash == NULL || slash == path) {
			added = inotify_add_watch(watch->fd, slash == NULL ? "." : "/",
						  ABOVE_EVENTS);
			break;
		}
		*slash = '\0';
		added = inotify_add_watch(watch->fd, path, ABOVE_EVENTS);
	}
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
	const char *slash = strrchr(path, '/');

	watch->at = -1;
	watch->name = mem_dup(slash != NULL ? slash + 1 : path);
	watch->folder = mem_dup(slash == path ? "/" : slash != NULL ? path : ".");
	if (slash != NULL && slash != path)
		watch->folder[slash - path] = '\0';
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
	free(watch->folder);
	free(watch->name);
	free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->at >= 0 ? watch->fd : -1;
}

bool watch_take(struct watch *watch)
{
	_Alignas(struct inotify_event) char events[EVENTS_SIZE];
	bool concerns = false;
	ssize_t bytes;

	if (watch->fd < 0)
		return true;
	while ((bytes = read(watch->fd, events, sizeof(events))) > 0) {
		for (ssize_t i = 0; i < bytes;) {
			struct inotify_event event;

			memcpy(&event, events + i, sizeof(event));
			i += (ssize_t)sizeof(event);
			concerns = concerns || !watch->exact || event.len == 0 ||
				   strncmp(events + i, watch->name, strlen(watch->name)) == 0;
			i += (ssize_t)event.len;
		}
	}
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
