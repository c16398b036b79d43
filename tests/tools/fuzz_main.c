/* SPDX-License-Identifier: MIT */
/*
 * A fuzz target without libFuzzer, for every run of the tests: each seed of some folders as it is, then the same ones bent by a
 * seeded generator, so that what is found today is found tomorrow.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 4000, ROOM = 8192, SEEDS_MAX = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

struct seed {
	uint8_t *bytes;
	size_t count;
};

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static size_t load(const char *folder, struct seed seeds[SEEDS_MAX], size_t loaded)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)) && loaded < SEEDS_MAX) {
		char path[1024];
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		FILE *file = entry->d_name[0] == '.' ? NULL : fopen(path, "r");
		if (!file)
			continue;
		uint8_t *bytes = malloc(ROOM);
		if (!bytes)
			abort();
		seeds[loaded++] =
			(struct seed){.bytes = bytes, .count = fread(bytes, 1, ROOM / 2, file)};
		fclose(file);
	}
	if (dir)
		closedir(dir);
	return loaded;
}

/* One to four small faults: another byte, a byte left out, a piece said twice, the end cut off. */
static size_t bend(uint8_t *bytes, size_t count, uint32_t *state)
{
	for (uint32_t faults = 1 + next_random(state) % 4; faults > 0 && count > 1; faults--) {
		size_t at = next_random(state) % count, span = 1 + next_random(state) % 16;

		if (span > count - at)
			span = count - at;
		switch (next_random(state) % 5) {
		case 0:
			bytes[at] = (uint8_t)next_random(state);
			break;
		case 1:
			bytes[at] =
				(uint8_t) "0123456789.,:-{}[]\"'#%\n \t\\\033"[next_random(state) %
									       28];
			break;
		case 2:
			memmove(bytes + at, bytes + at + span, count - at - span);
			count -= span;
			break;
		case 3:
			if (count + span < ROOM) {
				memmove(bytes + at + span, bytes + at, count - at);
				count += span;
			}
			break;
		default:
			count = at;
		}
	}
	return count;
}

int main(int argc, char **argv)
{
	static struct seed seeds[SEEDS_MAX] = {0};
	uint32_t state = 20261121;
	size_t count = 0;

	for (int i = 1; i < argc; i++)
		count = load(argv[i], seeds, count);
	if (count == 0) {
		printf("not ok - %d folders, no seeds\n", argc - 1);
		return 1;
	}
	for (size_t i = 0; i < count; i++)
		LLVMFuzzerTestOneInput(seeds[i].bytes, seeds[i].count);
	printf("ok - %zu seeds as they are\n", count);
	for (int round = 0; round < ROUNDS; round++) {
		const struct seed *seed = &seeds[next_random(&state) % count];
		uint8_t *bytes = malloc(ROOM);

		if (!bytes)
			abort();
		memcpy(bytes, seed->bytes, seed->count);
		size_t bent = bend(bytes, seed->count, &state);
		uint8_t *tight =
			realloc(bytes, bent ? bent : 1); /* so that a read past the end is seen */
		LLVMFuzzerTestOneInput(tight, bent);
		free(tight);
	}
	printf("ok - %d bent seeds\n", ROUNDS);
	for (size_t i = 0; i < count; i++)
		free(seeds[i].bytes);
	return 0;
}
