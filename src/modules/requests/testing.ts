/** A made-up council for tests: one service with all a definition may say of a request, two teams and two officers. */
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { secretSlot } from "../../platform/auth/index.ts";
import type { Permission } from "../../platform/auth/index.ts";
import { configSlot, readConfig } from "../../platform/config/index.ts";
import { type Context, type House, type OfficerContext, systemContext, visitor } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { type Listener, listenersSlot } from "../../platform/events/index.ts";
import { isRefusal } from "../../platform/refusal/index.ts";
import type { Visit } from "../../platform/http/index.ts";
import { messagesModule } from "../messages/index.ts";
import { placesModule } from "../places/index.ts";
import {
	type Definition,
	definitionShape,
	type Service,
	serviceById,
	servicesModule,
	servicesPart,
	topicsPart,
} from "../services/index.ts";
import { hedgeDefinition } from "./hedges.test-data.ts";
import { outsideDefinition } from "./outside.test-data.ts";
import { addOfficer, rolesPart, staffModule, teamsPart } from "../staff/index.ts";

/** Wards, words of messages and the council's name are those of the pack that runs when none is named. */
const pack = resolve(import.meta.dirname, "../../../packs", readConfig({}).COUNCIL);

const why = "So that the right people come.";

export const treeDefinition = definitionShape.parse({
	id: "fallen-tree",
	name: "Report a fallen tree",
	verb: "report",
	topic: "streets",
	summary: "Tell us of a tree that fell",
	start: { about: ["Tell us."], takes: "5 minutes" },
	form: {
		pages: [
			{ id: "where", questions: [{ id: "where", kind: "place", ask: "Where is it?", why, error: "Say where" }] },
			{
				id: "blocks",
				questions: [{ id: "blocks", kind: "yes-no", ask: "Does it block a road?", why, error: "Say if it does" }],
			},
			{ id: "more", questions: [{ id: "more", kind: "long-text", ask: "What else?", why, optional: true }] },
			{
				id: "seen",
				questions: [{ id: "seen", kind: "text", ask: "Who felled it?", why, optional: true, sealed: true }],
			},
			{ id: "photos", questions: [{ id: "photos", kind: "photos", ask: "Photos?", why, optional: true }] },
			{
				id: "you",
				title: "You",
				questions: [
					{ id: "name", kind: "name", ask: "Name", why, optional: true },
					{ id: "email", kind: "email", ask: "Email", why, optional: true },
					{ id: "phone", kind: "phone", ask: "Telephone", why, optional: true },
				],
			},
		],
		send: "Send",
	},
	register: {
		summary: "Fallen tree: {where}",
		description: "more",
		place: "where",
		photos: "photos",
		name: "name",
		email: "email",
		phone: "phone",
	},
	tier: 2,
	owner: "trees",
	routing: [{ when: 'blocks == "yes"', team: "roads", urgent: true, because: "A road is blocked." }],
	public: true,
	nearby: { metres: 100, days: 30 },
	stages: [
		{ id: "new", name: "New", public: "received" },
		{ id: "looked-at", name: "Being looked at", public: "forwarded", words: "Someone has been to look" },
		{ id: "ordered", name: "Crew ordered", public: "planned" },
		{
			id: "second-look",
			name: "Second look",
			public: "planned",
			status: "for_triage",
			"different-officer-from": "looked-at",
		},
		{ id: "cleared", name: "Cleared", public: "acted-on" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	outcomes: [
		{ id: "done", name: "Cleared", words: "The tree was taken away.", status: "fixed" },
		{
			id: "not-ours",
			name: "Not ours",
			words: "It is not on our land.",
			status: "not_councils_responsibility",
			"needs-message": true,
		},
	],
	reopens: { to: "new", within: 28 },
	tasks: [{ id: "measure", name: "Measure the tree", does: "Say how long it is.", team: "trees", within: { days: 2 } }],
	promise: [
		{
			id: "clear",
			starts: "new",
			stops: ["cleared"],
			when: 'blocks == "yes"',
			within: { hours: 4 },
			words: "We aim to clear it within 4 hours",
		},
		{
			id: "clear",
			starts: "new",
			stops: ["cleared"],
			within: { "working-days": 3, calendar: "england" },
			words: "We aim to clear it within 3 working days",
		},
		{
			id: "tell",
			starts: "looked-at",
			stops: ["ordered"],
			within: { days: 1 },
			words: "We tell you what we do next within a day",
		},
	],
	next: ["We look at it."],
	privacy: { purpose: "To clear trees", basis: "Public task", kept: { years: 2, because: "in case of claims" } },
	open311: { code: "TREE", group: "Streets" },
});

const { nearby: _, open311: __, ...privately } = treeDefinition;

/** What only the team that works it reads. */
const complaintDefinition = definitionShape.parse({
	...privately,
	id: "complaint",
	name: "Complain of us",
	public: false,
	confidential: true,
});

/** Its clock pauses while a question waits, starts again when one is answered, and may be made longer. */
export const papersDefinition = definitionShape.parse({
	...privately,
	id: "papers",
	name: "Ask for papers",
	public: false,
	stages: [
		{ id: "new", name: "New", public: "received" },
		{ id: "asked", name: "Question asked", public: "forwarded", to: ["looked-at"] },
		{ id: "unclear", name: "Unclear", public: "forwarded", to: ["looked-at"] },
		{ id: "looked-at", name: "Being looked at", public: "forwarded", to: ["asked", "unclear", "sent"] },
		{ id: "sent", name: "Sent", public: "acted-on" },
		{ id: "closed", name: "Closed", public: "closed" },
	],
	promise: [
		{
			id: "send",
			starts: "new",
			stops: ["sent"],
			within: { "working-days": 10, calendar: "england" },
			words: "We send them within 10 working days",
			law: "Papers Act, section 1",
			pauses: [
				{ in: "asked", because: "We asked you what you would like", law: "Papers Act, section 2" },
				{ in: "unclear", because: "We asked you what you mean", law: "Papers Act, section 3" },
			],
			restarts: [{ after: "unclear", because: "You told us what you mean", law: "Papers Act, section 3" }],
			extends: [
				{
					id: "many",
					name: "There are very many papers",
					by: { "working-days": 5, calendar: "england" },
					law: "Papers Act, section 4",
					tells: "We need longer, because {reason}. You have them by {due}.",
				},
			],
		},
	],
});

/** A Monday in winter, at ten. */
export const monday = new Date("2026-03-02T10:00:00Z");

export type Council = TestDatabase & {
	house: House;
	service: Service;
	/** Confidential. */
	complaints: Service;
	/** With roles, questions to officers, and tasks. */
	hedges: Service;
	/** Its promise may pause, start again, and be made longer. */
	papers: Service;
	/** Someone on the public site, at a moment. */
	resident: (now?: Date) => Context;
	/** An officer at a moment. */
	as: (officer: "ada" | "bob", now?: Date, permissions?: readonly Permission[]) => OfficerContext;
	officers: { ada: string; bob: string };
};

const names = { ada: "Ada Ash", bob: "Bob Birch" } as const;
const teamsOf = { ada: ["trees"], bob: ["trees", "roads"] } as const;
const rolesOf = { ada: ["officer"], bob: ["officer", "lead"] } as const;
const allowed: Permission[] = ["requests.read", "requests.work", "requests.hand-over"];

/** Opens the council on a database of its own, with more services. Events find `listeners`; their jobs wait, since no worker runs. */
export async function openCouncil(
	listeners: readonly Listener[] = [],
	more: readonly Definition[] = [],
): Promise<Council> {
	const database = await cloneDatabase();
	const { db } = database;
	const house: House = { db };
	configSlot.put(house, readConfig({ PUBLIC_URL: "https://council.example" }));
	secretSlot.put(house, "a secret of thirty-two characters or more");
	servicesPart.put(house, [
		outsideDefinition(treeDefinition),
		complaintDefinition,
		hedgeDefinition(treeDefinition),
		papersDefinition,
		...more,
	]);
	topicsPart.put(house, [{ id: "streets", name: "Streets", summary: "Streets" }]);
	for (const module of [placesModule, messagesModule]) {
		for (const part of module.pack) await part.read(pack, house);
	}
	await councilPart.read(pack, house);
	listenersSlot.put(
		house,
		Map.groupBy(listeners, (listener) => listener.event),
	);
	teamsPart.put(house, [
		{ id: "trees", name: "Trees", tier: 2 },
		{ id: "roads", name: "Roads", tier: 2 },
	]);
	rolesPart.put(house, { officer: { name: "Officer", may: allowed }, lead: { name: "Team lead", may: allowed } });
	for (const module of [servicesModule, staffModule]) await module.opens?.(systemContext(house, "test", monday));
	const officers = { ada: await addedOfficer(house, "ada"), bob: await addedOfficer(house, "bob") };
	const service = serviceById(house, "fallen-tree");
	const complaints = serviceById(house, "complaint");
	const hedges = serviceById(house, "high-hedge");
	const papers = serviceById(house, "papers");
	if (!service || !complaints || !hedges || !papers) throw new Error("The services of the tests were not opened.");
	return {
		...database,
		house,
		service,
		complaints,
		hedges,
		papers,
		officers,
		resident: (now = monday) => ({ house, actor: visitor, now, correlation: randomUUID() }),
		as: (name, now = monday, permissions = allowed) => ({
			house,
			now,
			correlation: randomUUID(),
			actor: {
				kind: "officer",
				id: officers[name],
				name: names[name],
				email: `${name}@council.example`,
				teams: teamsOf[name],
				roles: rolesOf[name],
				permissions: new Set(permissions),
			},
		}),
	};
}

async function addedOfficer(house: House, name: "ada" | "bob"): Promise<string> {
	const officer = { name: names[name], email: `${name}@council.example`, roles: rolesOf[name], teams: teamsOf[name] };
	const added = await addOfficer(systemContext(house, "test", monday), {
		...officer,
		password: "seven green umbrellas walk",
	});
	if (isRefusal(added)) throw new Error(`The officer of the tests was refused: ${added.code}.`);
	return added.id;
}

/** A browser at an address, as far as a handler sees one. */
export function visitTo(url: string): Visit {
	return {
		url,
		address: "203.0.113.7",
		agent: "test",
		csrf: () => "token",
		cookie: () => undefined,
		setCookie: () => undefined,
	};
}
