/* SPDX-License-Identifier: MIT */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/transfer.h"
#include "store/unfinished.h"

bool files_make_folder(const char *folder, struct err *err)
{
	struct str path = STR_INIT;
	size_t at = 0, len = strlen(folder);
	bool made = true;

	while (made && at < len) {
		at += strspn(folder + at, "/");
		at += strcspn(folder + at, "/");
		str_reset(&path);
		str_add_bytes(&path, folder, at);
		made = mkdir(path.data, 0700) == 0 || errno == EEXIST;
	}
	if (!made)
		err_set(err, ERR_IO, "%.300s: the folder can't be made (%s)", path.data,
			strerror(errno));
	str_free(&path);
	return made;
}

static bool can_not(const struct files_out *out, struct err *err)
{
	return err_set(err, ERR_IO, "%.300s: can't be written (%s)", out->path, strerror(errno));
}

bool files_is_kept(const char *path)
{
	struct stat info;

	return stat(path, &info) != 0 || S_ISREG(info.st_mode);
}

bool files_begin(const char *path, struct files_out *out, struct err *err)
{
	struct files_out begun = {.path = path};
	struct str beside = STR_INIT;

	if (!files_is_kept(path)) {
		begun.fd = open(path, O_WRONLY | O_CLOEXEC);
	} else {
		str_addf(&beside, "%s.XXXXXX", path);
		begun.fd = unfinished_make(beside.data);
		begun.beside = str_take(&beside);
	}
	if (begun.fd < 0) {
		can_not(&begun, err);
		free(begun.beside);
		return false;
	}
	*out = begun;
	return true;
}

bool files_add(struct files_out *out, const struct str *part, struct err *err)
{
	size_t at = 0;

	while (at < part->len) {
		ssize_t n = write(out->fd, part->data + at, part->len - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return can_not(out, err);
		at += (size_t)n;
	}
	return true;
}

bool files_end(struct files_out *out, bool done, struct err *err)
{
	if (done && out->beside != NULL && fsync(out->fd) != 0)
		done = can_not(out, err);
	if (close(out->fd) != 0 && done)
		done = can_not(out, err);
	if (done && out->beside != NULL && rename(out->beside, out->path) != 0)
		done = can_not(out, err);
	if (!done && out->beside != NULL)
		unlink(out->beside);
	if (out->beside != NULL)
		unfinished_forget(out->beside);
	free(out->beside);
	*out = (struct files_out){.fd = -1};
	return done;
}

bool app_write_file(const char *path, const struct str *text, struct err *err)
{
	struct files_out out;

	return files_begin(path, &out, err) && files_end(&out, files_add(&out, text, err), err);
}
