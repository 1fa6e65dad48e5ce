import { type Definition, definitionShape } from "./definition.ts";
import { readyService, type Service } from "./service.ts";

/** A small service for tests, as an analyst would write it. */
export function sampleDefinition(changes: Record<string, unknown> = {}): Definition {
	return definitionShape.parse({
		id: "clear-the-snow",
		name: "Clear the snow",
		verb: "report",
		topic: "winter",
		summary: "Tell us about snow on a path.",
		start: { about: ["Tell us where the snow is."], takes: "1 minute" },
		form: {
			send: "Send",
			pages: [
				{
					id: "danger",
					questions: [
						{ id: "danger", kind: "yes-no", ask: "Is it dangerous?", why: "To go there first", error: "Select yes" },
					],
				},
				{
					id: "depth",
					questions: [
						{ id: "depth", kind: "number", ask: "How deep?", why: "To bring the right plough", optional: true },
					],
				},
				{
					id: "where",
					questions: [{ id: "where", kind: "place", ask: "Where?", why: "To find it", error: "Enter where" }],
				},
			],
		},
		register: { summary: "Snow, dangerous: {danger}", place: "where" },
		tier: 0,
		owner: "winter-crew",
		routing: [{ when: 'danger == "yes"', team: "rescue", tier: 3, urgent: true, because: "Someone may be hurt" }],
		public: true,
		nearby: { metres: 50, days: 14 },
		stages: [
			{ id: "received", name: "Received", public: "received" },
			{ id: "planned", name: "Planned", public: "planned", words: "A plough is booked" },
			{ id: "done", name: "Done", public: "acted-on" },
			{ id: "closed", name: "Closed", public: "closed" },
		],
		reopens: { to: "planned", within: 28 },
		outcomes: [
			{ id: "cleared", name: "Cleared", words: "We cleared the snow.", status: "fixed" },
			{ id: "melted", name: "Melted", words: "It was gone.", status: "no_further_action", "needs-message": true },
		],
		promise: [
			{
				id: "clear",
				starts: "received",
				stops: ["done"],
				when: 'danger == "yes"',
				within: { "working-days": 1, calendar: "england" },
				words: "Within 1 working day",
			},
			{
				id: "clear",
				starts: "received",
				stops: ["done"],
				within: { "working-days": 3, calendar: "england" },
				words: "Within 3 working days",
			},
		],
		next: ["We send a plough."],
		privacy: { purpose: "To clear snow", basis: "Public task", kept: { years: 1, because: "Winters are compared" } },
		...changes,
	});
}

export function sampleService(changes: Record<string, unknown> = {}): Service {
	return readyService(sampleDefinition(changes), 1);
}
