/** A service for tests: with addresses from the register, a lamp post, and people in a household. */
import { type Definition, definitionShape } from "../../../modules/services/index.ts";

const why = "So that the test can ask it.";

export const household: Definition = definitionShape.parse({
	id: "tell-us-who-lives-with-you",
	name: "Tell us who lives with you",
	verb: "tell",
	topic: "help",
	summary: "Tell us who lives at your address.",
	keywords: ["household"],
	start: { about: ["Tell us who lives with you."], takes: "About 5 minutes" },
	form: {
		send: "Send",
		pages: [
			{
				id: "kind",
				questions: [
					{ id: "kind", kind: "yes-no", ask: "Do you rent your home?", why, error: "Select yes if you rent" },
				],
			},
			{
				id: "home",
				questions: [
					{ id: "home", kind: "property", ask: "Which home is it?", why, other: true, error: "Enter the address" },
				],
			},
			{
				id: "landlord",
				title: "Your landlord",
				when: 'kind == "yes"',
				questions: [
					{ id: "landlord", kind: "text", ask: "What are they called?", why, error: "Enter what they are called" },
					{ id: "office", kind: "address", ask: "Where do you write to them?", why, other: true, optional: true },
				],
			},
			{
				id: "light",
				questions: [
					{
						id: "light",
						kind: "place",
						ask: "Which street light is nearest?",
						why,
						optional: true,
						asset: { layer: "street-lights", ask: "Number on the post" },
					},
				],
			},
			{
				id: "people",
				questions: [
					{
						id: "people",
						kind: "group",
						ask: "Who lives with you?",
						item: "person",
						add: "Add another person",
						least: 1,
						most: 3,
						why,
						error: "Add the people who live with you",
						questions: [
							{
								id: "called",
								kind: "text",
								ask: "What are they called?",
								called: "Name",
								why,
								error: "Enter what they are called",
							},
							{
								id: "adult",
								kind: "yes-no",
								ask: "Are they 18 or over?",
								called: "Adult",
								why,
								error: "Select yes if they are 18 or over",
							},
							{
								id: "rent",
								kind: "money",
								ask: "What do they pay you a week?",
								called: "Pays",
								why,
								when: 'adult == "yes" && kind == "yes"',
								error: "Enter what they pay you",
							},
							{
								id: "born",
								kind: "date",
								ask: "When were they born?",
								called: "Born",
								why,
								past: true,
								sealed: true,
								when: 'adult == "no"',
								error: "Enter when they were born",
							},
							{
								id: "jobs",
								kind: "group",
								ask: "What work do they do?",
								called: "Work",
								item: "job",
								add: "Add another job",
								least: 0,
								most: 2,
								why,
								optional: true,
								when: 'adult == "yes"',
								questions: [
									{
										id: "employer",
										kind: "text",
										ask: "Who do they work for?",
										called: "Employer",
										why,
										error: "Enter who they work for",
									},
									{
										id: "workplace",
										kind: "address",
										ask: "Where do they work?",
										called: "Place",
										why,
										other: true,
										optional: true,
									},
								],
							},
							{
								id: "proof",
								kind: "files",
								ask: "Do you have proof?",
								called: "Proof",
								why,
								optional: true,
								most: 2,
								accept: ["photo"],
							},
						],
					},
				],
			},
			{
				id: "big",
				when: "people.size() > 1",
				questions: [
					{ id: "big", kind: "text", ask: "Who speaks for all of you?", why, error: "Enter who speaks for you" },
				],
			},
		],
	},
	register: { summary: "Household", place: "home" },
	tier: 0,
	owner: "team",
	public: false,
	reopens: { to: "received", within: 28 },
	promise: [
		{
			id: "read",
			starts: "received",
			stops: ["closed"],
			within: { "working-days": 5, calendar: "england" },
			words: "We aim to read it within 5 working days",
		},
	],
	stages: [
		{ id: "received", name: "Received", public: "received" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	outcomes: [{ id: "done", name: "Done", words: "We have changed our records.", status: "fixed" }],
	next: ["We read it."],
	privacy: {
		purpose: "To test",
		basis: "Public task, UK GDPR article 6(1)(e)",
		kept: { years: 1, because: "It is a test" },
	},
});
