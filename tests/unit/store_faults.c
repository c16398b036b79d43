/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1 /* syscall */

#include "store_faults.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
	bool armed, all;
	int64_t nth, count;
	enum fault fault;
} faults;

static bool refuses(void)
{
	if (!faults.armed)
		return false;
	faults.count++;
	if (faults.nth == 0 ||
	    !(faults.all ? faults.count >= faults.nth : faults.count == faults.nth))
		return false;
	errno = faults.fault == FAULT_FULL ? ENOSPC : EIO;
	return true;
}

/* These three stand before the C library's own, in this program and in the libraries it uses. */
int rename(const char *from, const char *to)
{
	return refuses() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
	return refuses() ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int fsync(int fd)
{
	return refuses() ? -1 : (int)syscall(SYS_fsync, fd);
}

struct file {
	sqlite3_file base;
	sqlite3_file *real; /* behind this one, in the same piece of memory */
};

static sqlite3_vfs *real_vfs;

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

/* Half of what could not be written is there, as on a disk that is full or torn. */
static int on_write(sqlite3_file *file, const void *from, int len, sqlite3_int64 at)
{
	sqlite3_file *real = real_of(file);

	if (!refuses())
		return real->pMethods->xWrite(real, from, len, at);
	real->pMethods->xWrite(real, from, len / 2, at);
	return faults.fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return refuses() ? SQLITE_IOERR_TRUNCATE
			 : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int on_sync(sqlite3_file *file, int flags)
{
	return refuses() ? SQLITE_IOERR_FSYNC
			 : real_of(file)->pMethods->xSync(real_of(file), flags);
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
	int result;

	(void)vfs;
	memset(mine, 0, sizeof(*mine));
	mine->real = (sqlite3_file *)(mine + 1);
	if ((flags & SQLITE_OPEN_CREATE) != 0 && refuses())
		return SQLITE_CANTOPEN;
	result = real_vfs->xOpen(real_vfs, name, mine->real, flags, out);
	if (mine->real->pMethods != NULL)
		mine->base.pMethods = &methods;
	return result;
}

static int on_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	return refuses() ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, name, sync);
}

void faults_install(void)
{
	static sqlite3_vfs vfs;

	if (real_vfs != NULL)
		return;
	real_vfs = sqlite3_vfs_find(NULL);
	vfs = *real_vfs;
	vfs.zName = "faults";
	vfs.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
	vfs.xOpen = on_open;
	vfs.xDelete = on_delete;
	sqlite3_vfs_register(&vfs, 1);
}

void faults_arm(int64_t nth, bool all, enum fault fault)
{
	faults.armed = true;
	faults.all = all;
	faults.nth = nth;
	faults.count = 0;
	faults.fault = fault;
}

int64_t faults_off(void)
{
	faults.armed = false;
	return faults.count;
}
