/** Made-up services that go on by themselves. */
import { type Definition, definitionShape } from "../../services/index.ts";

const stages = [
	{ id: "new", name: "New", public: "received" },
	{ id: "waiting", name: "Waiting", public: "forwarded", words: "We wait for your papers" },
	{ id: "looked", name: "Looked at", public: "planned" },
	{ id: "granted", name: "Granted", public: "acted-on" },
	{ id: "closed", name: "Closed", public: "closed" },
];
const hour = { hours: 1 };

/** A licence to fell: thanks, hands on and waits by itself, then is closed when nobody did anything for 28 days. */
export function licenceDefinition(base: Definition): Definition {
	return definitionShape.parse({
		...base,
		id: "licence-to-fell",
		name: "Apply to fell a tree",
		stages,
		tasks: [
			{ id: "papers", name: "Read the papers", does: "Are they all there?", within: { days: 2 }, before: ["granted"] },
		],
		automation: [
			{
				id: "begin",
				on: "new",
				because: "Every application begins so",
				do: [
					{ message: "request-update" },
					{ task: "papers" },
					{ team: "roads", because: "The roads team reads papers" },
					{ move: "waiting", words: "Send us your papers." },
				],
			},
			{ id: "never", on: "new", when: 'blocks == "yes"', because: "It blocks a road", do: [{ move: "looked" }] },
			{
				id: "expire",
				on: "waiting",
				after: { days: 28 },
				because: "No papers came",
				do: [{ close: "expired", words: "No papers came." }],
			},
			{
				id: "grant",
				on: "looked",
				because: "The law says so",
				do: [{ move: "granted" }, { message: "request-update" }],
			},
		],
		outcomes: [
			{ id: "done", name: "Licensed", words: "You may fell it.", status: "fixed" },
			{ id: "expired", name: "Expired", words: "We did not get your papers.", status: "cancelled" },
		],
		promise: [{ id: "decide", starts: "new", within: { days: 56 }, words: "We decide within 8 weeks" }],
		open311: undefined,
	});
}

/** One that is sent to and fro each hour, as a mistake in a pack could do. */
export function roundDefinition(base: Definition): Definition {
	return definitionShape.parse({
		...licenceDefinition(base),
		id: "to-and-fro",
		name: "To and fro",
		stages: stages.map((stage) => (stage.id === "looked" ? { ...stage, to: ["new", "granted"] } : stage)),
		tasks: [],
		automation: [
			{ id: "there", on: "new", after: hour, because: "It goes there", do: [{ move: "looked" }] },
			{ id: "back", on: "looked", after: hour, because: "It comes back", do: [{ move: "new" }] },
		],
	});
}
