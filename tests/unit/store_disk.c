/* SPDX-License-Identifier: MIT */
#include "store_disk.h"

#include <sqlite3.h>
#include <string.h>

struct file {
	sqlite3_file base;
	sqlite3_file *real; /* behind this one, in the same piece of memory */
	const char *name;   /* SQLite's own, good as long as the file is open */
};

static sqlite3_vfs *real_vfs;
static disk_hook *told;

static sqlite3_file *real_of(sqlite3_file *file)
{
	return ((struct file *)file)->real;
}

static int on_close(sqlite3_file *file)
{
	return real_of(file)->pMethods->xClose(real_of(file));
}

static int on_read(sqlite3_file *file, void *to, int len, sqlite3_int64 at)
{
	return real_of(file)->pMethods->xRead(real_of(file), to, len, at);
}

static bool may(sqlite3_file *file, struct disk_call call, int *result)
{
	call.name = ((struct file *)file)->name;
	return call.name == NULL || told(&call, result);
}

/* Half of what could not be written is there, as on a disk that is full or torn. */
static int on_write(sqlite3_file *file, const void *from, int len, sqlite3_int64 at)
{
	sqlite3_file *real = real_of(file);
	int result;

	if (may(file, (struct disk_call){.kind = DISK_WRITE, .bytes = from, .len = len, .at = at},
		&result))
		return real->pMethods->xWrite(real, from, len, at);
	real->pMethods->xWrite(real, from, len / 2, at);
	return result;
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	int result;

	if (!may(file, (struct disk_call){.kind = DISK_TRUNCATE, .at = size}, &result))
		return result;
	return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int on_sync(sqlite3_file *file, int flags)
{
	int result;

	if (!may(file, (struct disk_call){.kind = DISK_SYNC}, &result))
		return result;
	return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int on_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int on_lock(sqlite3_file *file, int lock)
{
	return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int on_unlock(sqlite3_file *file, int lock)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int on_reserved(sqlite3_file *file, int *is)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), is);
}

static int on_control(sqlite3_file *file, int what, void *value)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), what, value);
}

static int on_sector(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int on_device(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = on_close,
	.xRead = on_read,
	.xWrite = on_write,
	.xTruncate = on_truncate,
	.xSync = on_sync,
	.xFileSize = on_size,
	.xLock = on_lock,
	.xUnlock = on_unlock,
	.xCheckReservedLock = on_reserved,
	.xFileControl = on_control,
	.xSectorSize = on_sector,
	.xDeviceCharacteristics = on_device,
};

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct file *mine = (struct file *)file;
	struct disk_call call = {.kind = DISK_CREATE, .name = name};
	int result;

	(void)vfs;
	memset(mine, 0, sizeof(*mine));
	mine->real = (sqlite3_file *)(mine + 1);
	mine->name = name;
	if (name != NULL && (flags & SQLITE_OPEN_CREATE) != 0 && !told(&call, &result))
		return result;
	result = real_vfs->xOpen(real_vfs, name, mine->real, flags, out);
	if (mine->real->pMethods != NULL)
		mine->base.pMethods = &methods;
	return result;
}

static int on_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	struct disk_call call = {.kind = DISK_DELETE, .name = name, .folder = sync != 0};
	int result;

	(void)vfs;
	return told(&call, &result) ? real_vfs->xDelete(real_vfs, name, sync) : result;
}

void disk_install(disk_hook *hook)
{
	static sqlite3_vfs vfs;

	told = hook;
	if (real_vfs != NULL)
		return;
	real_vfs = sqlite3_vfs_find(NULL);
	vfs = *real_vfs;
	vfs.zName = "disk";
	vfs.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
	vfs.xOpen = on_open;
	vfs.xDelete = on_delete;
	sqlite3_vfs_register(&vfs, 1);
}
