/** A council with three made-up services, its API on a free port, and a system that holds a key. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { demoScanner } from "../../../connectors/demo/scanner.ts";
import { type Client, createClient, requestsModule } from "../../../modules/requests/index.ts";
import { placesModule } from "../../../modules/places/index.ts";
import { definitionShape, servicesModule, servicesPart, topicsPart } from "../../../modules/services/index.ts";
import { staffModule, teamsPart } from "../../../modules/staff/index.ts";
import { secretSlot } from "../../../platform/auth/mac.ts";
import { readConfig } from "../../../platform/config/index.ts";
import { type Context, type House, systemContext } from "../../../platform/context/index.ts";
import { type Council, councilPart } from "../../../platform/council/index.ts";
import { cloneDatabase, type TestDatabase } from "../../../platform/db/testing.ts";
import { listenersSlot } from "../../../platform/events/index.ts";
import { diskStore, intakeSlot } from "../../../platform/files/index.ts";
import { startTestServer, type TestServer } from "../../../platform/http/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { open311Module } from "./index.ts";

const why = "So that the right crew comes.";
const place = { id: "where", kind: "place", ask: "Where is it?", why, error: "Say where it is" };
const stages = [
	{ id: "received", name: "Received", public: "received" },
	{ id: "with-team", name: "With the team", public: "forwarded" },
	{ id: "planned", name: "Planned", public: "planned", status: "in_progress" },
	{ id: "done", name: "Done", public: "acted-on" },
	{ id: "closed", name: "Closed", public: "closed" },
];
const common = {
	verb: "report",
	topic: "streets",
	start: { about: ["Tell us."], takes: "5 minutes" },
	tier: 0,
	owner: "crew",
	stages,
	reopens: { to: "with-team", within: 28 },
	outcomes: [
		{ id: "cleared", name: "Cleared", words: "We cleared it.", status: "fixed" },
		{ id: "nothing", name: "Nothing there", words: "We found nothing.", status: "no_further_action" },
	],
	promise: [
		{
			id: "clear",
			starts: "received",
			within: { "working-days": 3, calendar: "england" },
			words: "We aim to clear it within 3 working days",
		},
	],
	next: ["We look at it."],
	privacy: { purpose: "To clear it", basis: "Public task", kept: { years: 2, because: "of claims" } },
};

const rubbish = {
	...common,
	id: "report-rubbish",
	name: "Report rubbish & <dumping>",
	summary: "Rubbish on a street",
	keywords: ["waste", "dumped"],
	form: {
		send: "Send",
		pages: [
			{ id: "where", questions: [place] },
			{
				id: "what",
				title: "What is it?",
				questions: [
					{
						id: "amount",
						kind: "choice",
						ask: "How much is there?",
						why,
						error: "Select how much there is",
						options: [
							{ value: "bag", label: "A bag" },
							{ value: "van", label: "A van load" },
						],
					},
					{
						id: "types",
						kind: "choices",
						ask: "What is it?",
						why,
						error: "Select what it is",
						options: [
							{ value: "tyres", label: "Tyres" },
							{ value: "rubble", label: "Rubble" },
						],
					},
				],
			},
			{
				id: "van",
				when: 'amount == "van"',
				questions: [
					{ id: "blocks", kind: "yes-no", ask: "Does it block the road?", why, error: "Say if it blocks the road" },
				],
			},
			{
				id: "seen",
				questions: [{ id: "seen", kind: "text", ask: "Who was it?", why, optional: true, sealed: true, local: true }],
			},
			{ id: "more", questions: [{ id: "more", kind: "long-text", ask: "What else?", why, optional: true }] },
			{ id: "photos", questions: [{ id: "photos", kind: "photos", ask: "Photos?", why, optional: true }] },
			{
				id: "you",
				title: "You",
				questions: [
					{ id: "name", kind: "name", ask: "Name", why, error: "Enter your name" },
					{ id: "email", kind: "email", ask: "Email", why, optional: true },
				],
			},
		],
	},
	register: {
		summary: "{amount}: {types}",
		description: "more",
		place: "where",
		photos: "photos",
		name: "name",
		email: "email",
	},
	public: true,
	open311: { code: "RUBBISH", group: "Streets" },
};

const worry = {
	...common,
	id: "tell-worry",
	name: "Tell us of a worry",
	summary: "A worry about someone",
	form: { send: "Send", pages: [{ id: "where", questions: [place] }] },
	register: { summary: "A worry", place: "where" },
	public: false,
	open311: { code: "WORRY", group: "People" },
};

const stall = {
	...worry,
	id: "report-stall",
	name: "Report a stall",
	public: true,
	open311: { code: "STALL", group: "Markets", type: "batch" },
};
const complaint = { ...worry, id: "complain", name: "Complain", open311: undefined };

export type Open311 = {
	database: TestDatabase;
	house: House;
	server: TestServer;
	council: Council;
	ctx: (now?: Date) => Context;
	client: Client & { key: string };
	newClient: (works: boolean) => Promise<Client & { key: string }>;
	/** A spot in the council's area. */
	spot: { lat: string; long: string };
	get: (path: string) => Promise<Response>;
	post: (
		path: string,
		args: readonly (readonly [string, string])[] | Record<string, string> | FormData,
	) => Promise<Response>;
	close: () => Promise<void>;
};

export async function openOpen311(): Promise<Open311> {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	const pack = resolve(import.meta.dirname, "../../../../packs", readConfig({}).COUNCIL);
	await councilPart.read(pack, house);
	for (const part of placesModule.pack) await part.read(pack, house);
	secretSlot.put(house, "a secret of thirty-two characters or more");
	listenersSlot.put(house, new Map());
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-open311-"));
	intakeSlot.put(house, { store: diskStore(join(folder, "store")), scanner: demoScanner, spool: folder });
	topicsPart.put(house, [{ id: "streets", name: "Streets", summary: "Streets" }]);
	servicesPart.put(
		house,
		[rubbish, worry, stall, complaint].map((one) => definitionShape.parse(one)),
	);
	const ctx = (now = new Date()) => systemContext(house, "test", now);
	teamsPart.put(house, [{ id: "crew", name: "Crew", tier: 2 }]);
	await staffModule.opens?.(ctx());
	await servicesModule.opens?.(ctx());
	const newClient = async (works: boolean) => {
		const made = await createClient(ctx(), { name: "An app", works });
		if (isRefusal(made)) throw new Error(made.code);
		return { ...made, name: "An app", works };
	};
	const client = await newClient(false);
	const server = await startTestServer(house, [...open311Module.routes, ...requestsModule.routes]);
	const council = councilPart.of(house);
	const { latitude, longitude } = council.map;
	return {
		database,
		house,
		server,
		council,
		ctx,
		client,
		newClient,
		spot: { lat: String(latitude), long: String(longitude) },
		get: (path) => server.ask(`/open311/v2/${path}`),
		post: (path, args) => {
			const body =
				args instanceof FormData
					? args
					: new URLSearchParams(Array.isArray(args) ? args.map(([a, b]) => [a, b]) : Object.entries(args));
			return server.ask(`/open311/v2/${path}`, { method: "POST", body });
		},
		close: async () => {
			await server.close();
			await database.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** What is inside an item is shown as its JSON. */
const row = z.record(z.string(), z.union([plain, z.unknown().transform((inner) => JSON.stringify(inner))]));
export type Row = z.infer<typeof row>;

/** The items of a list that was answered in JSON. */
export async function rowsOf(response: Response): Promise<Row[]> {
	return z.array(row).parse(await response.json());
}

/** The items of a list that was answered in XML, as text. */
export async function rowsOfXml(response: Response, root: string, item: string): Promise<Row[]> {
	const document = z.record(z.string(), z.record(z.string(), z.array(row))).parse(await readXml(response));
	return document[root]?.[item] ?? [];
}

/** XML as the JSON it should be the same as: every value text, a list always a list. */
export async function readXml(response: Response): Promise<unknown> {
	const lists = new Set(["service", "request", "request_update", "error", "attribute", "value", "endpoint", "format"]);
	const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.has(name), ignoreDeclaration: true });
	return parser.parse(await response.text());
}
