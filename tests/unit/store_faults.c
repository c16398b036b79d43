/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE 1 /* syscall */

#include "store_faults.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "store_disk.h"

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

static faults_ear *ear;

void faults_listen(faults_ear *to)
{
	ear = to;
}

static void tell(const struct faults_deed *deed)
{
	if (ear != NULL)
		ear(deed);
}

/* These stand before the C library's own, in this program and in the libraries it uses. */
int rename(const char *from, const char *to)
{
	tell(&(struct faults_deed){.kind = DEED_RENAME, .name = from, .to = to});
	return refuses() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
	return refuses() ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

/* A part of what is to be written is, even where it is refused. */
ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at)
{
	bool refused = refuses();
	int why = errno;
	ssize_t put;

	tell(&(struct faults_deed){
		.kind = DEED_WRITE, .fd = fd, .bytes = bytes, .len = len, .at = at});
	put = syscall(SYS_pwrite64, fd, bytes, refused ? len / 2 : len, at);
	if (!refused)
		return put;
	errno = why;
	return -1;
}

int fsync(int fd)
{
	tell(&(struct faults_deed){.kind = DEED_SYNC, .fd = fd});
	return refuses() ? -1 : (int)syscall(SYS_fsync, fd);
}

static bool on_call(const struct disk_call *call, int *result)
{
	static const int broken[] = {
		[DISK_CREATE] = SQLITE_CANTOPEN,         [DISK_WRITE] = SQLITE_IOERR_WRITE,
		[DISK_TRUNCATE] = SQLITE_IOERR_TRUNCATE, [DISK_SYNC] = SQLITE_IOERR_FSYNC,
		[DISK_DELETE] = SQLITE_IOERR_DELETE,
	};

	if (!refuses())
		return true;
	*result = call->kind == DISK_WRITE && faults.fault == FAULT_FULL ? SQLITE_FULL
									 : broken[call->kind];
	return false;
}

void faults_install(void)
{
	disk_install(on_call);
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
