/* SPDX-License-Identifier: MIT */
#include "load.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/plural.h"
#include "check.h"

/* What libcyaml said last, cut: its messages carry the file's own text, however long. */
struct complaint {
	char text[160];
};

__attribute__((format(printf, 3, 0))) static void note(cyaml_log_t level, void *ctx,
						       const char *fmt, va_list args)
{
	struct complaint *complaint = ctx;

	if (level >= CYAML_LOG_ERROR && complaint->text[0] == '\0')
		vsnprintf(complaint->text, sizeof(complaint->text), fmt, args);
}

static cyaml_config_t config_with(struct complaint *complaint)
{
	return (cyaml_config_t){
		.log_fn = note,
		.log_ctx = complaint,
		.log_level = CYAML_LOG_ERROR,
		.mem_fn = cyaml_mem,
		.flags = CYAML_CFG_NO_ALIAS,
	};
}

static bool fill(struct loaded *loaded, const struct str *text, struct problems *problems)
{
	struct complaint complaint = {.text = ""};
	cyaml_config_t config = config_with(&complaint);
	cyaml_err_t result = cyaml_load_data((const uint8_t *)text->data, text->len, &config,
					     loaded->schema, &loaded->data, NULL);

	if (result == CYAML_OK && loaded->data != NULL)
		return true;
	problems_add(problems, 0, 0, "%s",
		     complaint.text[0] != '\0' ? complaint.text : cyaml_strerror(result));
	return false;
}

/* Before anything else: the keys of another format, or of a later one, would all be told as unknown. */
static bool is_format(const struct tree *tree, const char *wanted, struct problems *problems)
{
	const struct node *root = tree_root(tree);
	const struct node *node = root->kind == NODE_MAP ? tree_get(tree, root, "format") : NULL;
	const char *found =
		node != NULL && node->kind == NODE_TEXT ? tree_text(tree, node) : wanted;
	size_t stem = strcspn(wanted, "/") + 1;

	if (strcmp(found, wanted) == 0)
		return true;
	if (strncmp(found, wanted, stem) == 0)
		problems_add(problems, node->at.line, node->at.column,
			     "'format' is '%.40s', which this version of taper does not know; it "
			     "reads %s",
			     found, wanted);
	else
		problems_add(problems, node->at.line, node->at.column,
			     "'format' is '%.40s'; %s is wanted", found, wanted);
	return false;
}

bool load_text(const struct str *text, const char *format, const cyaml_schema_value_t *schema,
	       struct loaded *loaded, struct problems *problems)
{
	struct str mended = STR_INIT;
	bool ok;

	*loaded = (struct loaded)LOADED_INIT;
	loaded->schema = schema;
	if (!tree_parse(text->data, text->len, &loaded->tree, problems) ||
	    !is_format(&loaded->tree, format, problems))
		return false;
	if (check_tree(&loaded->tree, schema, problems))
		return fill(loaded, &loaded->tree.source, problems);
	if (tree_root(&loaded->tree)->bad)
		return false;
	check_mend(&loaded->tree, schema, &mended);
	ok = fill(loaded, &mended, problems);
	str_free(&mended);
	return ok;
}

void load_free(struct loaded *loaded)
{
	struct complaint complaint = {.text = ""};
	cyaml_config_t config = config_with(&complaint);

	if (loaded->data != NULL)
		cyaml_free(&config, loaded->schema, loaded->data, 0);
	tree_free(&loaded->tree);
	*loaded = (struct loaded)LOADED_INIT;
}

bool load_refuse(struct problems *problems, struct err *err)
{
	const struct problem *first;
	size_t others;

	assert(problems->count > 0);
	problems_sort(problems);
	first = &problems->items[0];
	others = problems->count - 1 + problems->more;
	err_set(err, ERR_FORMAT, "%s", first->text);
	if (others > 0)
		err_set(err, ERR_FORMAT,
			plural_of((int64_t)others, "%s; and %zu more mistake",
				  "%s; and %zu more mistakes"),
			first->text, others);
	return first->line == 0 ? false : err_wrap(err, "line %d", first->line);
}

void load_hand_over(struct problems *found, struct problems *problems)
{
	for (size_t i = 0; i < found->count; i++)
		problems_add(problems, found->items[i].line, found->items[i].column, "%s",
			     found->items[i].text);
	problems->more += found->more;
	problems_free(found);
}
