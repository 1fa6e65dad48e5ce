/** Services, sources and purposes for the tests of customers' records. */
import type { NeedKind } from "../../../modules/customers/index.ts";
import type { Purpose } from "../../../modules/records/index.ts";
import { type Definition, definitionShape } from "../../../modules/services/index.ts";
import type { Field, Source } from "../../../modules/sources/index.ts";

const why = "So that the test can ask it.";
const service = {
	verb: "report",
	topic: "streets",
	summary: "Tell us.",
	start: { about: ["Tell us."], takes: "2 minutes" },
	tier: 1,
	public: false,
	form: {
		send: "Send",
		pages: [
			{ id: "what", questions: [{ id: "what", kind: "long-text", ask: "What is it?", why, error: "Say what it is" }] },
			{
				id: "you",
				title: "You",
				questions: [
					{ id: "name", kind: "name", ask: "Name", why, optional: true },
					{ id: "email", kind: "email", ask: "Email", why, optional: true },
				],
			},
		],
	},
	register: { summary: "{what}", description: "what", name: "name", email: "email" },
	stages: [
		{ id: "new", name: "New", public: "received" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	outcomes: [{ id: "done", name: "Done", words: "It is done.", status: "fixed" }],
	reopens: { to: "new", within: 28 },
	promise: [
		{
			id: "clear",
			starts: "new",
			stops: ["closed"],
			within: { "working-days": 3, calendar: "england" },
			words: "We aim to clear it within 3 working days",
		},
	],
	next: ["We look at it."],
	privacy: { purpose: "To test", basis: "Public task", kept: { years: 1, because: "it is a test" } },
} as const;

export const reporting: Definition = definitionShape.parse({
	...service,
	id: "report-it",
	name: "Report it",
	owner: "trees",
});

/** What only the team that works it knows of. */
export const complaining: Definition = definitionShape.parse({
	...service,
	id: "complain-of-it",
	name: "Complain of it",
	owner: "roads",
	confidential: true,
});

const field: Pick<Field, "columns" | "needed" | "shown"> = { columns: [], needed: false, shown: true };
const source = { says: "It.", basis: "Law.", kind: "person", fresh: 7, restricted: false, team: "trees" } as const;

/** One whose fields differ in who may see them, and one of which only a flag is shown. */
export const someSources: Source[] = [
	{
		...source,
		id: "tax",
		name: "Collectors",
		purpose: "tax",
		standing: "statutory",
		key: "account",
		flag: false,
		fields: [
			{ ...field, id: "account", name: "Account", kind: "text" },
			{ ...field, id: "given", name: "First names", kind: "given" },
			{ ...field, id: "surname", name: "Surname", kind: "surname" },
			{ ...field, id: "address", name: "Address", kind: "address" },
			{ ...field, id: "postcode", name: "Postcode", kind: "postcode" },
			{ ...field, id: "uprn", name: "UPRN", kind: "uprn" },
			{ ...field, id: "band", name: "Band", kind: "text" },
			{ ...field, id: "born", name: "Date of birth", kind: "born", shown: "verify" },
			{ ...field, id: "income", name: "Income", kind: "money", law: "dwp" },
		],
	},
	{
		...source,
		id: "care",
		name: "Carers",
		purpose: "care",
		standing: "imported",
		key: "person",
		flag: true,
		fields: [
			{ ...field, id: "person", name: "Person", kind: "text", shown: "never" },
			{ ...field, id: "surname", name: "Surname", kind: "surname", shown: "never" },
		],
	},
];

const purpose = { says: "It.", basis: "Law.", team: "trees", roles: ["officer"], gateways: {}, verify: [] };

export const somePurposes: Purpose[] = [
	{ ...purpose, id: "streets", name: "Look after streets", work: ["streets"], sources: {} },
	{
		...purpose,
		id: "tax",
		name: "Collect tax",
		work: [],
		sources: { tax: ["given", "surname", "address", "postcode", "uprn", "band"], care: "flag" },
	},
];

export const someNeeds: NeedKind[] = [
	{ code: "COM-LARGE", says: "Write in large letters", group: "telling", review: 365 },
	{ code: "SAF-PAIR", says: "Visit them in twos", group: "safety", safety: true, review: 90 },
];
