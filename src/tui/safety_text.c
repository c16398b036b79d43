/* SPDX-License-Identifier: MIT */
#include "safety_text.h"

#include "key_words.h"
#include "words.h"

static void write_tell(const struct safety_page *page, struct str *out)
{
	const struct safety_book *book = &page->asked.book;

	for (size_t i = 0; i < book->consent_count; i++)
		str_addf(out, "-\t%s\n", book->consent[i]);
}

static void write_sources(const struct safety_question *question, struct str *out)
{
	for (size_t i = 0; i < question->source_count; i++)
		str_addf(out, "%s%s", i == 0 ? "~ Sources: " : ", ", question->sources[i]);
	str_add(out, question->source_count > 0 ? "\n" : "");
}

static void write_question(const struct safety_question *question, struct str *out)
{
	str_addf(out, "# %s\n\n%s\n", question->ask, question->why);
	write_sources(question, out);
}

static const char *heed_words(enum safety_gate gate)
{
	switch (gate) {
	case SAFETY_STOP:
		return "No plan begins while this holds. Your log, the guide and Help now stay "
		       "open.";
	case SAFETY_ASK:
		return "A plan waits until a clinician knows and agrees. Your log, the guide and "
		       "Help now stay open.";
	case SAFETY_NOTE:
	case SAFETY_GATE_COUNT:
		break;
	}
	return "A plan may still begin; this is to keep in mind.";
}

static void write_heed(const struct safety_page *page, struct str *out)
{
	const struct safety_question *question = &page->asked.book.questions[page->at];

	str_addf(out, "* Yes: %s\n\n%s\n\n%s\n", question->name, question->whom,
		 heed_words(question->gate));
	if (question->gate == SAFETY_STOP && page->numbers.len > 0)
		str_addf(out, "\n%s", page->numbers.data);
}

/* The names of all yeses of a gate, one a line. Returns how many. */
static size_t write_yeses(const struct safety_page *page, const struct safety_answers *answers,
			  enum safety_gate gate, bool whom, struct str *out)
{
	const struct safety_book *book = &page->asked.book;
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct safety_question *question = &book->questions[i];

		if (!answers->yes[i] || question->gate != gate)
			continue;
		count++;
		str_addf(out, "-\t%s%s%s\n", question->name, whom ? ": " : "",
			 whom ? question->whom : "");
	}
	return count;
}

static void write_agree(const struct safety_page *page, struct str *out)
{
	str_add(out, "# Does a clinician know of this, and agree that you reduce?\n\n");
	write_yeses(page, &page->given, SAFETY_ASK, false, out);
	str_add(out, "\nA yes is kept with its date and printed on your schedule. Without one, a "
		     "plan waits; you can say so later.\n");
}

/* What is said above the yeses of each gate. */
static const char *gate_heading(enum safety_gate gate, bool agrees)
{
	switch (gate) {
	case SAFETY_STOP:
		return "* No plan while this holds";
	case SAFETY_ASK:
		return agrees ? "# A clinician knows and agrees"
			      : "* A plan waits until a clinician knows and agrees";
	case SAFETY_NOTE:
	case SAFETY_GATE_COUNT:
		break;
	}
	return "# To keep in mind";
}

static const char record_it[] = "When one does, {clinician-agrees} records it, today or later.\n";

static void write_gates(const struct safety_page *page, struct str *out)
{
	const struct safety_answers *answers = &page->asked.answers;

	for (enum safety_gate gate = 0; gate < SAFETY_GATE_COUNT; gate++) {
		struct str list = STR_INIT;

		if (write_yeses(page, answers, gate, true, &list) > 0) {
			str_addf(out, "%s\n%s", gate_heading(gate, answers->agrees), list.data);
			if (gate == SAFETY_ASK && page->asked.stand == SAFETY_CLINICIAN)
				key_words_add(page->keys, record_it, out);
			str_add_char(out, '\n');
		}
		str_free(&list);
	}
}

static void write_stand(const struct safety_page *page, struct str *out)
{
	struct str why = STR_INIT;

	switch (page->asked.stand) {
	case SAFETY_FREE:
		str_add(out, "A plan may begin. The questions come again after a year, or when "
			     "your product changes.\n");
		break;
	case SAFETY_UNASKED:
	case SAFETY_OLD:
	case SAFETY_CHANGED:
		app_safety_say(&page->asked, page->asked.stand, page->asked.question, &why);
		words_sentence(why.data, out);
		str_add_char(out, '\n');
		break;
	case SAFETY_STOPPED:
		str_add(out, "Logging, your history, the guide and Help now are always there.\n");
		str_addf(out, "%s%s", page->numbers.len > 0 ? "\n" : "", page->numbers.data);
		break;
	case SAFETY_CLINICIAN:
		if (page->asked.question >= page->asked.book.count) {
			app_safety_say(&page->asked, SAFETY_CLINICIAN, page->asked.question, &why);
			words_sentence(why.data, out);
			str_add_char(out, '\n');
			key_words_add(page->keys, record_it, out);
			str_add_char(out, '\n');
		}
		str_add(out, "Logging, your history, the guide and Help now are always there.\n");
		break;
	}
	str_free(&why);
}

static void write_done(const struct safety_page *page, struct str *out)
{
	char day[DAY_TEXT_SIZE];

	if (page->asked.answered)
		str_addf(out, "~ Answered %s\n\n", day_full(page->asked.on, day));
	write_gates(page, out);
	write_stand(page, out);
}

void safety_text_write(const struct safety_page *page, struct str *out)
{
	switch (page->step) {
	case SAFETY_TELL:
		write_tell(page, out);
		return;
	case SAFETY_ANSWER:
		write_question(&page->asked.book.questions[page->at], out);
		return;
	case SAFETY_HEED:
		write_heed(page, out);
		return;
	case SAFETY_AGREE:
		write_agree(page, out);
		return;
	case SAFETY_DONE:
		write_done(page, out);
		return;
	}
}
