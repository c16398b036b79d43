/* SPDX-License-Identifier: MIT */
#include "app/guidance.h"
#include "doctor.h"
#include "guidance_signs.h"

static bool symptoms_read_well(struct doctor *doctor, size_t *count)
{
	struct symptoms symptoms;
	struct check *check;
	struct err err;

	if (guidance_symptoms(doctor->app, true, &symptoms, &err)) {
		*count = symptoms.count;
		symptoms_free(&symptoms);
		return true;
	}
	check = doctor_check(doctor, "guidance", CHECK_WRONG);
	check_say(check, "%.440s", err.msg);
	check_todo(check, "mend the file; 'man 5 taper-guidance' has its keys");
	return false;
}

static bool rules_read_well(struct doctor *doctor, size_t *count)
{
	struct problems problems = PROBLEMS_INIT;
	struct guidance guidance;
	struct check *check;
	struct err err;
	bool well = app_guidance(doctor->app, NULL, &guidance, &problems, &err);

	if (well) {
		*count = guidance.rules.count;
	} else {
		check = doctor_check(doctor, "guidance", CHECK_WRONG);
		check_say(check, "%.440s", err.msg);
		check_todo(check, "'taper guidance check %.180s' shows all mistakes",
			   guidance.path);
	}
	guidance_free(&guidance);
	problems_free(&problems);
	return well;
}

void doctor_guidance(struct doctor *doctor)
{
	size_t symptoms = 0, rules = 0;
	bool asked = symptoms_read_well(doctor, &symptoms);
	bool ruled = rules_read_well(doctor, &rules);

	if (asked && ruled)
		check_say(doctor_check(doctor, "guidance", CHECK_OK), "%zu symptoms, %zu rules",
			  symptoms, rules);
}
