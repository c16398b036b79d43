// SPDX-License-Identifier: MIT
// calendar.cjs PLAN.json OLD.ics NEW.ics: both calendars as ical.js reads them, the second imported over the first, and each day of it against
// PLAN.json (`taper plan show --json`). Says what does not agree, and ends with 1.
const { readFileSync } = require("node:fs")
const loaded = require("ical.js")

const ICAL = loaded.default ?? loaded
const wrong = []

function read(path) {
	const events = new Map()
	for (const part of new ICAL.Component(ICAL.parse(readFileSync(path, "utf8"))).getAllSubcomponents("vevent")) {
		const event = new ICAL.Event(part)
		if (events.has(event.uid)) wrong.push(`${path}: ${event.uid} twice`)
		if (!event.startDate.isDate && event.startDate.zone !== ICAL.Timezone.localTimezone) wrong.push(`${path}: ${event.uid} is not floating`)
		events.set(event.uid, event)
	}
	return events
}

function told(event) {
	return ["dtstart", "summary", "description", "status"].map((name) => String(event.component.getFirstPropertyValue(name))).join("\n")
}

function merge(old, fresh) {
	const merged = new Map(old)
	for (const [uid, event] of fresh) {
		const before = old.get(uid)
		if (before && (event.sequence < before.sequence || (event.sequence === before.sequence && told(event) !== told(before))))
			wrong.push(`${uid} changed without a larger SEQUENCE`)
		merged.set(uid, event)
		if (event.component.getFirstPropertyValue("status") === "CANCELLED") merged.delete(uid)
	}
	return merged
}

const milli = (event) => Math.round(Number(/([\d.]+) /.exec(event.summary)[1]) * 1000)

function days(events) {
	const steps = new Map(), doses = new Map()
	for (const event of events.values()) {
		if (event.startDate.isDate) {
			for (const day = event.startDate.clone(); day.compare(event.endDate) < 0; day.adjust(1, 0, 0, 0)) {
				if (steps.has(day.toString())) wrong.push(`two steps on ${day}`)
				steps.set(day.toString(), milli(event))
			}
		} else {
			const day = event.startDate.toString().slice(0, 10)
			doses.set(day, (doses.get(day) ?? 0) + milli(event))
		}
	}
	return { steps, doses }
}

const [planPath, oldPath, newPath] = process.argv.slice(2)
const { steps, doses } = days(merge(read(oldPath), read(newPath)))
let count = 0
for (const step of JSON.parse(readFileSync(planPath, "utf8")).steps) {
	const day = ICAL.Time.fromDateString(step.from), target = Math.round(step.target * 1000)
	for (let i = 0; i < (step.days ?? 1); i++, day.adjust(1, 0, 0, 0), count++) {
		if (steps.get(day.toString()) !== target || (doses.get(day.toString()) ?? 0) !== target)
			wrong.push(`${day}: step ${steps.get(day.toString())}, doses ${doses.get(day.toString())}, planned ${target}`)
	}
}
if (steps.size !== count) wrong.push(`${steps.size} days where there are ${count}`)
for (const one of wrong.slice(0, 5)) console.log(`# ${one}`)
process.exit(wrong.length > 0 ? 1 : 0)
