/* SPDX-License-Identifier: MIT */
/*
 * A system that refuses at a chosen moment: every write, sync, truncation, deletion and opening that
 * SQLite asks for, and every rename, link, fsync and pwrite of the program's own, is counted, and one
 * of them, or that one and all after it, does not work.
 */
#ifndef STORE_FAULTS_H
#define STORE_FAULTS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* Puts itself before SQLite's way to files, once a program. */
void faults_install(void);

/* How the system refuses. */
enum fault { FAULT_BROKEN, FAULT_FULL };

/* From now on call number nth (from 1; 0 for none) is refused, and with all those after it too. */
void faults_arm(int64_t nth, bool all, enum fault fault);

/* Back to a system that works; gives the calls since faults_arm. */
int64_t faults_off(void);

/* What the program itself does to files, told before it is done. */
enum faults_kind { DEED_WRITE, DEED_SYNC, DEED_RENAME };

struct faults_deed {
	enum faults_kind kind;
	int fd;                /* of a writing or a sync */
	const char *name, *to; /* of a rename */
	const void *bytes;
	size_t len;
	off_t at;
};

typedef void faults_ear(const struct faults_deed *deed);
void faults_listen(faults_ear *ear);

#endif
