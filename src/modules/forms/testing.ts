/** A form for tests: what a made-up council asks about a fallen tree. */
import { compileForm, type Form } from "./form.ts";
import { type FormDefinition, formShape } from "./definition.ts";

const why = "So that the right people come.";
const error = "Answer this question";

const pages = [
	{
		id: "where",
		questions: [{ id: "where", kind: "place", ask: "Where is the tree?", why, error: "Say where the tree is" }],
	},
	{
		id: "danger",
		questions: [
			{ id: "danger", kind: "yes-no", ask: "Is anyone in danger now?", why, error: "Say if anyone is in danger" },
		],
	},
	{
		id: "blocks",
		title: "What the tree blocks",
		questions: [
			{
				id: "blocks",
				kind: "choices",
				ask: "What does it block?",
				why,
				error: "Say what it blocks",
				options: [
					{ value: "road", label: "The road" },
					{ value: "path", label: "A path" },
					{ value: "nothing", label: "Nothing", apart: true },
				],
			},
			{
				id: "height",
				kind: "number",
				ask: "How tall is it?",
				why,
				error,
				most: 60,
				decimals: 1,
				unit: "metres",
				optional: true,
			},
		],
	},
	{
		id: "lane",
		when: '"road" in blocks',
		questions: [
			{
				id: "lane",
				kind: "choice",
				ask: "Which lane?",
				why,
				error: "Say which lane",
				options: [
					{ value: "near", label: "The near one" },
					{ value: "both", label: "Both", hint: "Nobody can pass" },
				],
			},
		],
	},
	{
		id: "seen",
		questions: [
			{
				id: "seen",
				kind: "date",
				ask: "When did it fall?",
				called: "The date it fell",
				why,
				error: "Enter the date it fell",
				past: true,
				within: 90,
			},
		],
	},
	{
		id: "more",
		questions: [{ id: "more", kind: "long-text", ask: "What else should we know?", why, optional: true, most: 100 }],
	},
	{
		id: "photos",
		questions: [{ id: "photos", kind: "photos", ask: "Do you have photos?", why, optional: true, most: 3 }],
	},
	{
		id: "you",
		title: "How can we reach you?",
		questions: [
			{ id: "name", kind: "name", ask: "Full name", why, error: "Enter your full name", sealed: true },
			{ id: "email", kind: "email", ask: "Email address", why, optional: true },
			{ id: "phone", kind: "phone", ask: "Telephone number", why, optional: true },
			{
				id: "owner",
				kind: "text",
				ask: "Whose tree is it?",
				called: "The owner",
				why,
				optional: true,
				most: 50,
				when: 'danger == "no"',
			},
		],
	},
	{ id: "home", questions: [{ id: "home", kind: "address", ask: "What is your address?", why, optional: true }] },
];

export const treeDefinition: FormDefinition = formShape.parse({
	pages,
	stops: [
		{ after: "danger", when: 'danger == "yes"', title: "Call 999", say: ["Call 999 now."], continue: "I have called" },
	],
	send: "Send your report",
	declaration: "What I said is true.",
});

export const treeForm: Form = compileForm(treeDefinition);
