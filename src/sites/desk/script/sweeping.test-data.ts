/** Services for tests: one to ask customers about, with advice that ends it and questions that come and go, and one for staff. */
import { type Definition, definitionShape } from "../../../modules/services/index.ts";

const why = "So that the test can ask it.";
const privacy = { purpose: "To test", basis: "Public task", kept: { years: 1, because: "It is a test" } };
const rest = {
	tier: 0,
	owner: "team",
	topic: "help",
	public: false,
	stages: [
		{ id: "received", name: "Received", public: "received" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	reopens: { to: "received", within: 28 },
	outcomes: [{ id: "done", name: "Done", words: "It is done.", status: "fixed" }],
	next: ["We read it and write to you."],
	privacy,
	promise: [
		{
			id: "read",
			starts: "received",
			stops: ["closed"],
			within: { "working-days": 5, calendar: "england" },
			words: "We aim to read it within 5 working days",
		},
	],
};

const you = {
	id: "you",
	title: "Who you are",
	questions: [
		{ id: "fullName", kind: "name", ask: "Full name", why, error: "Enter your full name" },
		{ id: "email", kind: "email", ask: "Email address", why, error: "Enter your email address" },
	],
};

export const sweeping: Definition = definitionShape.parse({
	...rest,
	id: "ask-for-a-chimney-sweep",
	name: "Ask for a chimney sweep",
	verb: "request",
	summary: "Ask us to sweep your chimney.",
	keywords: ["soot"],
	start: { about: ["Ask us to sweep."], takes: "About 2 minutes", emergency: "If it burns now, call 999." },
	form: {
		send: "Send your request",
		declaration: "What you said is true.",
		pages: [
			{
				id: "burning",
				questions: [
					{ id: "burning", kind: "yes-no", ask: "Is it burning now?", why, error: "Select yes if it is burning" },
				],
			},
			{
				id: "fuel",
				questions: [
					{
						id: "fuel",
						kind: "choice",
						ask: "What do you burn?",
						why,
						options: [
							{ value: "wood", label: "Wood" },
							{ value: "other", label: "Something else" },
						],
						error: "Select what you burn",
					},
				],
			},
			{
				id: "else",
				when: 'fuel == "other"',
				questions: [{ id: "which", kind: "text", ask: "What else do you burn?", why, error: "Enter what you burn" }],
			},
			{
				id: "chimneys",
				questions: [
					{
						id: "chimneys",
						kind: "group",
						ask: "Which chimneys?",
						item: "chimney",
						add: "Add another chimney",
						least: 1,
						most: 3,
						why,
						error: "Add a chimney",
						questions: [
							{ id: "room", kind: "text", ask: "Which room is it in?", why, error: "Enter the room" },
							{ id: "stove", kind: "yes-no", ask: "Is there a stove?", why, error: "Select yes if there is a stove" },
							{
								id: "maker",
								kind: "text",
								ask: "Who made the stove?",
								why,
								when: 'stove == "yes"',
								error: "Enter who made it",
							},
						],
					},
				],
			},
			you,
		],
		stops: [
			{
				after: "burning",
				when: 'burning == "yes"',
				title: "This is for the fire brigade",
				say: ["Leave the house and call 999."],
			},
		],
	},
	register: { summary: "Chimneys: {fuel}", name: "fullName", email: "email" },
});

export const mugs: Definition = definitionShape.parse({
	...rest,
	id: "staff-ask-for-a-mug",
	name: "Ask for a mug",
	verb: "request",
	audience: ["staff"],
	confidential: true,
	summary: "Ask for a mug of your own.",
	start: { about: ["Ask for a mug."], takes: "About 1 minute" },
	form: {
		send: "Send",
		pages: [
			{ id: "why", questions: [{ id: "colour", kind: "text", ask: "Which colour?", why, error: "Enter a colour" }] },
			you,
		],
	},
	register: { summary: "Mug", name: "fullName", email: "email" },
});
