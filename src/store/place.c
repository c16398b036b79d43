/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "place.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"

static bool make_one(const char *folder, struct err *err)
{
	struct stat found;

	if (mkdir(folder, 0700) == 0)
		return true;
	if (errno == EEXIST && stat(folder, &found) == 0)
		return S_ISDIR(found.st_mode) ||
		       err_set(err, ERR_IO, "'%s' is not a folder", folder);
	return err_set(err, ERR_IO, "the folder '%s' can't be made: %s", folder, strerror(errno));
}

bool place_make_folder(const char *folder, struct err *err)
{
	struct stat found;
	char *part;
	bool ok = true;

	if (stat(folder, &found) == 0 && S_ISDIR(found.st_mode))
		return true;
	part = mem_dup(folder);
	for (char *end = part; ok && *end != '\0'; end++) {
		char *slash = strchr(end + 1, '/');

		if (slash == NULL)
			break;
		*slash = '\0';
		/* A folder that is there may be in one that can't be written. */
		ok = stat(part, &found) == 0 || make_one(part, err);
		*slash = '/';
		end = slash - 1;
	}
	free(part);
	return ok && make_one(folder, err);
}

bool place_own_folder(const char *folder, struct err *err)
{
	struct stat found;

	if (!place_make_folder(folder, err))
		return false;
	return lstat(folder, &found) != 0 || !S_ISLNK(found.st_mode) ||
	       err_set(err, ERR_IO, "'%s' is a symbolic link, and taper needs the folder itself",
		       folder);
}

static bool is_usable(const char *path, struct err *err)
{
	struct stat found;

	if (lstat(path, &found) != 0)
		return errno == ENOENT || err_set(err, ERR_IO, "the store '%s' can't be opened: %s",
						  path, strerror(errno));
	if (S_ISLNK(found.st_mode))
		return err_set(err, ERR_IO,
			       "the store '%s' is a symbolic link, and taper needs the file itself",
			       path);
	if (!S_ISREG(found.st_mode))
		return err_set(err, ERR_IO, "the store '%s' is not a file", path);
	return true;
}

void place_split(const char *path, struct str *folder, const char **name)
{
	const char *slash = strrchr(path, '/');

	*name = slash != NULL ? slash + 1 : path;
	if (slash != NULL)
		str_add_bytes(folder, path, slash > path ? (size_t)(slash - path) : 1);
	else
		str_add(folder, ".");
}

char *place_real(const char *folder, struct err *err)
{
	char *real = realpath(folder, NULL);

	if (real == NULL)
		err_set(err, ERR_IO, "the folder '%s' can't be opened: %s", folder,
			strerror(errno));
	return real;
}

bool place_resolve(const char *path, char **resolved, struct err *err)
{
	struct str folder = STR_INIT;
	const char *name;
	char *real;

	place_split(path, &folder, &name);
	if (name[0] == '\0') {
		str_free(&folder);
		err_set(err, ERR_IO, "'%s' is not a file", path);
		return false;
	}
	real = place_real(folder.data, err);
	if (real == NULL) {
		str_free(&folder);
		return false;
	}
	str_reset(&folder);
	str_addf(&folder, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
	free(real);
	*resolved = str_take(&folder);
	return true;
}

bool place_find(const char *path, char **resolved, struct err *err)
{
	struct str folder = STR_INIT;
	const char *name;
	char *found = NULL;

	place_split(path, &folder, &name);
	if ((name[0] != '\0' && !place_make_folder(folder.data, err)) ||
	    !place_resolve(path, &found, err))
		found = NULL;
	str_free(&folder);
	if (found != NULL && !is_usable(found, err)) {
		free(found);
		found = NULL;
	}
	if (found != NULL)
		*resolved = found;
	return found != NULL;
}
