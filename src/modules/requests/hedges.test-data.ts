/** A made-up service whose stages and outcomes are kept for some officers and ask them something, and which has tasks. */
import { type Definition, definitionShape } from "../services/index.ts";

const why = "So that the decision can be explained.";

export function hedgeDefinition(base: Definition): Definition {
	return definitionShape.parse({
		...base,
		id: "high-hedge",
		name: "Complain about a high hedge",
		stages: [
			{ id: "new", name: "New", public: "received" },
			{ id: "visited", name: "Being looked at", public: "forwarded" },
			{
				id: "decided",
				name: "Decided",
				public: "planned",
				status: "planned",
				by: ["lead"],
				asks: [
					{ id: "height", kind: "number", ask: "How high is it?", why, unit: "metres", error: "Enter how high it is" },
					{
						id: "decision",
						kind: "choice",
						ask: "What is decided?",
						why,
						options: [
							{ value: "cut", label: "It must be cut" },
							{ value: "stay", label: "It may stay" },
						],
						error: "Select what is decided",
					},
					{
						id: "because",
						kind: "long-text",
						ask: "Why may it stay?",
						why,
						when: 'decision == "stay"',
						sealed: true,
						error: "Enter why it may stay",
					},
				],
			},
			{
				id: "checked",
				name: "Checked",
				public: "acted-on",
				asks: [
					{ id: "on", kind: "date", ask: "Checked on", why, past: true, error: "Enter the day" },
					{
						id: "proof",
						kind: "files",
						ask: "Proof that it was cut",
						why,
						most: 2,
						accept: ["photo", "pdf"],
						optional: true,
					},
				],
			},
			{ id: "closed", name: "Closed", public: "closed" },
		],
		outcomes: [
			{ id: "done", name: "Cut", words: "It was cut.", status: "fixed", from: ["checked"] },
			{
				id: "fee-back",
				name: "Fee given back",
				words: "We gave your fee back.",
				status: "cancelled",
				asks: [
					{ id: "receipt", kind: "text", ask: "Number of the refund", why, error: "Enter the number of the refund" },
				],
			},
			{ id: "dropped", name: "Dropped", words: "We do not go on.", status: "no_further_action", by: ["lead"] },
		],
		tasks: [
			{
				id: "visit",
				name: "Visit the hedge",
				does: "Measure it from the neighbour's side.",
				within: { "working-days": 2, calendar: "england" },
				on: "visited",
				before: ["decided"],
				asks: [
					{ id: "metres", kind: "number", ask: "Height", why, unit: "metres", error: "Enter the height" },
					{ id: "neighbour", kind: "text", ask: "What the neighbour said", why, optional: true, sealed: true },
					{ id: "garden", kind: "photos", ask: "Photos of the garden", why, most: 2, optional: true, sealed: true },
				],
			},
			{
				id: "photos",
				name: "Ask for photos",
				does: "Ask the customer for photos.",
				within: { days: 1 },
				on: "new",
				when: 'blocks == "yes"',
			},
			{
				id: "law",
				name: "Check the deeds",
				does: "Look who owns it.",
				team: "roads",
				role: "lead",
				within: { days: 7 },
			},
		],
		promise: [{ id: "decide", starts: "new", within: { days: 56 }, words: "We decide within 8 weeks" }],
		open311: undefined,
	});
}
