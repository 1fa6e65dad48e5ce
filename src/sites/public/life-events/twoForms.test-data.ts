/** Two made-up services and what happens in a life that needs both. */
import { type Definition, definitionShape } from "../../../modules/services/index.ts";

const why = "To help you";
const contact = {
	id: "contact",
	title: "You",
	questions: [
		{ id: "fullName", kind: "name", ask: "Your name", why, error: "Enter your name" },
		{ id: "email", kind: "email", ask: "Your email address", why, optional: true },
	],
};
const common = {
	verb: "tell",
	topic: "any",
	owner: "any",
	start: { about: ["Tell us."], takes: "1 minute" },
	tier: 1,
	public: false,
	stages: [
		{ id: "new", name: "New", public: "received" },
		{ id: "done", name: "Done", public: "closed" },
	],
	reopens: { to: "new", within: 28 },
	outcomes: [{ id: "done", name: "Done", words: "Done.", status: "closed" }],
	promise: [{ id: "answer", starts: "new", within: { hours: 24 }, words: "We answer in a day" }],
	next: ["We answer."],
	privacy: { purpose: "To answer", basis: "Public task", kept: { years: 1, because: "Questions come later" } },
};

export const kiteForm: Definition = definitionShape.parse({
	...common,
	id: "register-a-kite",
	name: "Register a kite",
	summary: "Tell us of your kite.",
	form: {
		send: "Send",
		pages: [
			{
				id: "colour",
				questions: [{ id: "colour", kind: "text", most: 10, ask: "Which colour is it?", why, error: "Enter a colour" }],
			},
			{
				id: "owner",
				title: "Its owner",
				questions: [
					{ id: "owner", kind: "name", other: true, ask: "Who owns it?", why, error: "Enter who" },
					{ id: "since", kind: "date", past: true, ask: "Since when?", why, error: "Enter the day" },
				],
			},
			contact,
		],
	},
	register: { summary: "A kite", name: "fullName", email: "email" },
});

export const stringForm: Definition = definitionShape.parse({
	...common,
	id: "ask-for-string",
	name: "Ask for string",
	summary: "Tell us that you need string.",
	form: {
		send: "Send",
		pages: [
			{
				id: "why",
				questions: [
					{
						id: "use",
						kind: "choice",
						ask: "What is it for?",
						why,
						error: "Select what it is for",
						options: [
							{ value: "kite", label: "A kite" },
							{ value: "parcel", label: "A parcel" },
						],
					},
				],
			},
			{
				id: "metres",
				questions: [{ id: "metres", kind: "number", ask: "How many metres?", why, error: "Enter how many" }],
			},
			contact,
		],
		stops: [{ after: "why", when: 'use == "parcel"', title: "Go to the post office", say: ["They have string."] }],
	},
	register: { summary: "String", name: "fullName", email: "email" },
});

const question = (id: string, kind: string, more: Record<string, unknown> = {}) => ({
	id,
	kind,
	ask: `Shared: ${id}?`,
	why,
	error: `Answer ${id}`,
	...more,
});

/** As life-events.yaml says it. */
export const newKite = {
	id: "a-new-kite",
	name: "A new kite",
	summary: "Everything for <a> kite.",
	about: ["Tell us once."],
	pages: [
		{ id: "colour", questions: [question("colour", "text", { most: 100 })] },
		{ id: "needs", questions: [question("rope", "yes-no")] },
		{ id: "since", questions: [question("day", "date")] },
		{
			id: "you",
			title: "You",
			questions: [question("fullName", "name"), { ...question("email", "email"), optional: true }],
		},
	],
	services: [
		{
			service: kiteForm.id,
			because: "Kites are registered.",
			fills: { colour: "colour", since: "day", fullName: "fullName", email: "email" },
		},
		{
			service: stringForm.id,
			when: 'rope == "yes"',
			because: "A kite needs string.",
			fills: { use: { is: "kite" }, fullName: "fullName", email: "email" },
		},
	],
};
