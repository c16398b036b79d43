/* SPDX-License-Identifier: MIT */
/*
 * guidance.yaml as libcyaml hands it over: texts in the shape of the file.
 */
#ifndef GUIDANCE_WIRE_H
#define GUIDANCE_WIRE_H

#include <cyaml/cyaml.h>

struct wire_test {
	char *signal, *at_least, *at_most, *above, *below, *is;
};

/* One test with its days, or a list of tests with theirs. */
struct wire_term {
	struct wire_test test;
	struct wire_test *all, *any;
	unsigned all_count, any_count;
	char *days, *of;
};

struct wire_rule {
	char *id, *say, *because;
	char **sources;
	struct wire_term *all, *any;
	unsigned sources_count, all_count, any_count;
};

struct wire_needs {
	char *days, *of;
};

struct wire_guidance {
	char *format, *note;
	struct wire_needs *needs;
	struct wire_rule *rules, *add;
	char **off;
	unsigned rules_count, add_count, off_count;
};

extern const cyaml_schema_value_t guidance_wire_schema;

#endif
