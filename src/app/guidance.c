/* SPDX-License-Identifier: MIT */
#include "app/guidance.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "guidance_signs.h"
#include "yaml/guidance.h"
#include "yaml/symptoms.h"

bool guidance_symptoms(struct app *app, bool with_own, struct symptoms *symptoms, struct err *err)
{
	char *shipped_path = NULL;
	char *own_path = paths_join(app->paths.config, "symptoms.yaml");
	struct problems problems = PROBLEMS_INIT;
	struct symptoms shipped, own;
	bool done = paths_shipped(&app->paths, "symptoms.yaml", &shipped_path, err) &&
		    symptoms_read(shipped_path, NULL, &shipped, &problems, err);

	if (done && with_own && paths_exists(own_path)) {
		done = symptoms_read(own_path, &shipped, &own, &problems, err);
		symptoms_free(&shipped);
		shipped = own;
	}
	if (done)
		*symptoms = shipped;
	problems_free(&problems);
	free(shipped_path);
	free(own_path);
	return done;
}

bool app_symptoms(struct app *app, struct symptoms *symptoms, struct err *err)
{
	struct err why;

	if (guidance_symptoms(app, true, symptoms, &why))
		return true;
	if (!guidance_symptoms(app, false, symptoms, err))
		return false;
	app_shipped_serves(app, "symptoms.yaml");
	return true;
}

void guidance_free(struct guidance *guidance)
{
	rules_free(&guidance->rules);
	free(guidance->path);
	*guidance = (struct guidance)GUIDANCE_INIT;
}

/* Over the shipped rules, which a file of changes builds on. */
static bool read_over(const char *shipped_path, struct guidance *guidance,
		      struct problems *problems, struct err *err)
{
	struct rules shipped;
	bool done;

	if (!guidance_read(shipped_path, NULL, &shipped, problems, err))
		return false;
	done = guidance_read(guidance->path, &shipped, &guidance->rules, problems, err);
	rules_free(&shipped);
	return done;
}

bool app_guidance(struct app *app, const char *path, struct guidance *guidance,
		  struct problems *problems, struct err *err)
{
	char *own_path = paths_join(app->paths.config, "guidance.yaml");
	char *shipped_path = NULL;
	bool done;

	*guidance = (struct guidance)GUIDANCE_INIT;
	if (!paths_shipped(&app->paths, "guidance.yaml", &shipped_path, err)) {
		free(own_path);
		return false;
	}
	guidance->own = path == NULL && paths_exists(own_path);
	if (path == NULL)
		path = guidance->own ? own_path : shipped_path;
	guidance->path = mem_dup(path);
	if (strcmp(path, shipped_path) == 0)
		done = guidance_read(path, NULL, &guidance->rules, problems, err);
	else
		done = read_over(shipped_path, guidance, problems, err);
	free(shipped_path);
	free(own_path);
	return done;
}

bool guidance_rules(struct app *app, struct rules *rules, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct guidance guidance;
	struct err why;
	bool done = app_guidance(app, NULL, &guidance, &problems, &why);

	if (!done && guidance.own) {
		char *shipped = paths_join(app->paths.data, "guidance.yaml");

		app_shipped_serves(app, "guidance.yaml");
		guidance_free(&guidance);
		problems_free(&problems);
		done = app_guidance(app, shipped, &guidance, &problems, &why);
		free(shipped);
	}
	if (done) {
		*rules = guidance.rules;
		guidance.rules = (struct rules)RULES_INIT;
	} else {
		*err = why;
	}
	guidance_free(&guidance);
	problems_free(&problems);
	return done;
}
