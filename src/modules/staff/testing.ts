/** A made-up council for tests: three teams, three roles, one officer. */
import { secretSlot } from "../../platform/auth/index.ts";
import { configSlot, readConfig } from "../../platform/config/index.ts";
import { type Context, type House, systemContext } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { newBrowser } from "../../platform/http/testBrowser.ts";
import { startTestServer } from "../../platform/http/testing.ts";
import { isRefusal } from "../../platform/refusal/index.ts";
import { addOfficer, resolveOfficer, rolesPart, staffModule, type Team, teamsPart } from "./index.ts";

export const someTeams: Team[] = [
	{ id: "centre", name: "Customer centre", tier: 1, phone: "01632 960 001" },
	{ id: "trees", name: "Trees", tier: 2 },
	{ id: "roads", name: "Roads", tier: 2, email: "roads@council.example" },
];

export const password = "marmalade on a wet bench";

const council: ReturnType<typeof councilPart.of> = {
	name: "Example Council",
	shortName: "Example",
	area: "Example",
	website: "https://council.example",
	domain: "council.example",
	gss: "E06000000",
	referencePrefix: "SR",
	locale: "en-GB",
	calendar: "england",
	contact: {
		phone: "01632 960 000",
		textRelay: "18001 01632 960 000",
		email: "hello@council.example",
		opening: {},
		hours: "9am to 5pm",
		outOfHoursPhone: "01632 960 000",
		address: ["Town Hall"],
	},
	email: { name: "Example Council", address: "no-reply@council.example" },
	map: { latitude: 54, longitude: -1, zoom: 12, south: 53, west: -2, north: 55, east: 0 },
};

export async function openCouncil() {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	configSlot.put(house, readConfig({}));
	secretSlot.put(house, "a secret of thirty-two characters or more");
	councilPart.put(house, council);
	teamsPart.put(house, someTeams);
	rolesPart.put(house, {
		officer: { name: "Officer", may: ["requests.read", "requests.work"] },
		auditor: { name: "Auditor", may: ["requests.read", "audit.read"] },
		admin: { name: "Administrator", may: ["staff.manage"] },
	});
	const ctx = (now?: Date): Context => systemContext(house, "test", now);
	await staffModule.opens?.(ctx());
	const add = async (name: string, roles: string[] = ["officer"], teams: string[] = ["trees"]) => {
		const added = await addOfficer(ctx(), { email: `${name}@council.example`, name, roles, teams, password });
		if (isRefusal(added)) throw new Error(added.code);
		return added.id;
	};
	const ledger = async () =>
		(await house.db.selectFrom("audit.entry").select(["action", "subject_id", "after"]).orderBy("id").execute()).map(
			({ action }) => action,
		);
	return { ...database, house, ctx, add, ledger, ada: await add("ada") };
}

/** The council with its doors open, and browsers to come in by. */
export async function openDoors(settings: Record<string, string> = {}) {
	const council = await openCouncil();
	const server = await startTestServer(council.house, staffModule.routes, settings, resolveOfficer(council.house));
	const close = async () => {
		await server.close();
		await council.close();
	};
	return { ...council, server, browser: () => newBrowser(server.url), close, [Symbol.asyncDispose]: close };
}
