/** A service for tests that asks a question of every kind that stands alone, each on a page named after its kind. */
import { type Definition, definitionShape } from "../../../modules/services/index.ts";

const why = "So that we can help you.";
const says = (id: string) => ({ id, why, error: `Answer the question about ${id}` });
const page = (kind: string, question: object) => ({ id: kind, questions: [{ ...says(kind), kind, ...question }] });
const options = ["Bath", "Bed", "Bicycle", "Bookcase", "Carpet", "Chair", "Cooker", "Desk", "Fridge", "Lamp"].map(
	(label) => ({ value: label.toLowerCase(), label }),
);

const pages = [
	{
		id: "information",
		questions: [
			{
				id: "start",
				kind: "information",
				ask: "Before you start",
				say: ["You need your bank card and your last payslip.", "It takes about ten minutes."],
			},
		],
	},
	page("choice", {
		ask: "Who is it for?",
		options: [
			{ value: "me", label: "Me" },
			{ value: "other", label: "Somebody else", hint: "Such as your mother or a friend" },
		],
	}),
	{ ...page("name", { ask: "What is their name?", other: true }), when: 'choice == "other"' },
	page("choices", { ask: "What do you want us to collect?", options: options.slice(0, 3) }),
	page("select", { ask: "What is the largest thing?", hint: "Begin to type, or choose from the list", options }),
	page("money", { ask: "How much do you earn a week?", called: "What you earn", hint: "Before tax", most: 5000 }),
	{
		id: "dates",
		title: "How long will you be away?",
		questions: [
			{ ...says("from"), kind: "date", ask: "First day", called: "The first day" },
			{ ...says("until"), kind: "date", ask: "Last day", called: "The last day", "not-before": "from" },
		],
	},
	page("nino", {
		ask: "What is your National Insurance number?",
		hint: "It is on your National Insurance card, benefit letter, payslip or P60. For example, QQ 12 34 56 C",
	}),
	page("vehicle", {
		ask: "What is your registration number?",
		hint: "The number on the number plate. For example, AB12 CDE",
	}),
	page("bank", { ask: "Bank or building society account details", roll: true }),
	page("property", { ask: "Which address is it about?", other: true }),
	page("files", { ask: "Add proof of what you earn", optional: true, most: 3 }),
	{
		id: "reach",
		title: "How can we reach you?",
		needs: [{ "one-of": ["email", "phone"], error: "Enter an email address or a telephone number" }],
		questions: [
			{ ...says("email"), kind: "email", ask: "Email address", optional: true },
			{ ...says("phone"), kind: "phone", ask: "Telephone number", optional: true },
		],
	},
	page("declaration", {
		ask: "Your agreement",
		error: "Tick the box to say that you understand",
		say: ["We check what you tell us with other records of the council.", "Tell us when something changes."],
		agree: "I understand that what I say must be true and complete",
	}),
];

export const everyKindDefinition: Definition = definitionShape.parse({
	id: "try-every-kind",
	name: "Try every kind",
	verb: "apply",
	topic: "help",
	summary: "Ask a question of every kind.",
	start: { about: ["It asks a question of every kind."], takes: "10 minutes" },
	form: { pages, send: "Send your application" },
	register: { summary: "For {choice}", email: "email", phone: "phone" },
	tier: 2,
	owner: "team",
	public: false,
	stages: [
		{ id: "received", name: "Received", public: "received" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	reopens: { to: "received", within: 28 },
	outcomes: [{ id: "done", name: "Done", words: "It is done.", status: "closed" }],
	promise: [
		{
			id: "answer",
			starts: "received",
			stops: ["closed"],
			within: { "working-days": 5, calendar: "england" },
			words: "Within 5 working days",
		},
	],
	next: ["We read it."],
	privacy: { purpose: "To try it", basis: "Public task", kept: { years: 1, because: "It is a trial" } },
});
