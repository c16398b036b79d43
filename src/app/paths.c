/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "paths.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

char *paths_join(const char *folder, const char *name)
{
	struct str path = STR_INIT;

	str_add(&path, folder);
	if (path.len > 0 && path.data[path.len - 1] != '/')
		str_add_char(&path, '/');
	str_add(&path, name);
	return str_take(&path);
}

char *paths_folder(const char *path)
{
	char *folder = mem_dup(path), *slash = strrchr(folder, '/');

	if (slash == folder)
		slash++;
	if (slash != NULL)
		*slash = '\0';
	return folder;
}

bool paths_shipped(const struct paths *paths, const char *name, char **path, struct err *err)
{
	char *found = paths_join(paths->data, name);

	if (paths_exists(found)) {
		*path = found;
		return true;
	}
	err_set(err, ERR_IO,
		"%.180s: is not there; install taper again, or set TAPER_DATA to its data folder",
		found);
	free(found);
	return false;
}

bool paths_exists(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0;
}

static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

char *paths_home(void)
{
	const char *home = environment("HOME");

	return mem_dup(home != NULL ? home : "");
}

/* XDG variables count only where they are absolute, as their specification says. */
static char *base_folder(const char *variable, const char *below_home)
{
	const char *value = environment(variable);
	const char *home = environment("HOME");

	if (value != NULL && value[0] == '/')
		return paths_join(value, "taper");
	if (home == NULL)
		return NULL;
	return paths_join(home, below_home);
}

/* Without symbolic links, as far as it is there: SQLite opens nothing that is behind one. Takes the folder over. */
static char *without_links(char *folder)
{
	size_t end = folder != NULL ? strlen(folder) : 0;
	char *real = NULL, *found;

	while (end > 0 && real == NULL) {
		char next = folder[end];

		folder[end] = '\0';
		real = realpath(folder, NULL);
		folder[end] = next;
		while (real == NULL && end > 0 && folder[--end] != '/')
			;
	}
	if (real == NULL)
		return folder;
	while (folder[end] == '/')
		end++;
	found = folder[end] != '\0' ? paths_join(real, folder + end) : mem_dup(real);
	free(real);
	free(folder);
	return found;
}

/* True where the path of this program, which goes into exe, is known. */
static bool find_exe(char *exe, size_t size)
{
	ssize_t len = readlink("/proc/self/exe", exe, size - 1);

	if (len > 0)
		exe[len] = '\0';
	return len > 0;
}

/* A program run from its build tree, build/VARIANT/taper, finds data/ beside build/. */
static char *build_tree_data(void)
{
	char exe[4096];
	char *found, *plans;

	if (!find_exe(exe, sizeof(exe)))
		return NULL;
	for (int i = 0; i < 3; i++) {
		char *slash = strrchr(exe, '/');

		if (slash == NULL)
			return NULL;
		*slash = '\0';
		if (i == 1 &&
		    strcmp(strrchr(exe, '/') != NULL ? strrchr(exe, '/') : "", "/build") != 0)
			return NULL;
	}
	found = paths_join(exe, "data");
	plans = paths_join(found, "plans");
	if (!paths_exists(plans)) {
		free(found);
		found = NULL;
	}
	free(plans);
	return found;
}

static char *find_data(void)
{
	const char *asked = environment("TAPER_DATA");
	char *data;

	if (asked != NULL)
		return mem_dup(asked);
	data = build_tree_data();
	return data != NULL ? data : mem_dup(TAPER_DATADIR);
}

/* The folder of this program where that is a build tree's, build/VARIANT; else NULL. */
static char *build_tree_programs(void)
{
	char exe[4096], folder[4096];
	char *slash;

	if (!find_exe(exe, sizeof(exe)) || (slash = strrchr(exe, '/')) == NULL)
		return NULL;
	*slash = '\0';
	memcpy(folder, exe, sizeof(folder));
	slash = strrchr(exe, '/');
	if (slash == NULL)
		return NULL;
	*slash = '\0';
	slash = strrchr(exe, '/');
	return slash != NULL && strcmp(slash, "/build") == 0 ? mem_dup(folder) : NULL;
}

char *paths_program(const char *name)
{
	const char *asked = environment("TAPER_LIBEXEC");
	char *folder = asked == NULL ? build_tree_programs() : mem_dup(asked);
	char *path = paths_join(folder != NULL ? folder : TAPER_LIBEXECDIR, name);

	free(folder);
	return path;
}

bool paths_find(struct paths *paths, struct err *err)
{
	struct paths found = PATHS_INIT;
	const char *store = environment("TAPER_DB");
	char *folder = base_folder("XDG_DATA_HOME", ".local/share/taper");
	char *state = without_links(base_folder("XDG_STATE_HOME", ".local/state/taper"));

	found.config = base_folder("XDG_CONFIG_HOME", ".config/taper");
	if (store != NULL)
		found.store = mem_dup(store);
	else if (folder != NULL)
		found.store = paths_join(folder, "taper.db");
	if (state != NULL)
		found.backups = paths_join(state, "backups");
	free(folder);
	free(state);
	if (found.store == NULL || found.config == NULL || found.backups == NULL) {
		paths_free(&found);
		return err_set(
			err, ERR_USAGE,
			"HOME is not set, so there is no place for the log; set HOME, or TAPER_DB, "
			"XDG_CONFIG_HOME and XDG_STATE_HOME");
	}
	found.data = find_data();
	*paths = found;
	return true;
}

void paths_free(struct paths *paths)
{
	free(paths->store);
	free(paths->config);
	free(paths->data);
	free(paths->backups);
	*paths = (struct paths)PATHS_INIT;
}

enum { LINK_MAX_STEPS = 16 };

char *paths_follow(const char *path)
{
	char *at = mem_dup(path);
	char target[4096];

	for (int i = 0; i < LINK_MAX_STEPS; i++) {
		ssize_t len = readlink(at, target, sizeof(target) - 1);
		char *slash = strrchr(at, '/');
		char *next;

		if (len <= 0)
			return at;
		target[len] = '\0';
		if (slash != NULL)
			*slash = '\0';
		next = target[0] == '/' || slash == NULL ? mem_dup(target) : paths_join(at, target);
		free(at);
		at = next;
	}
	return at;
}
