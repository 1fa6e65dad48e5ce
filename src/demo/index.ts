/** A council that has been open for weeks, for newcomers to look at: made once, when there are no requests yet. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { permissions } from "../platform/auth/permissions.ts";
import { configSlot, readConfig } from "../platform/config/index.ts";
import { type House, type OfficerActor, systemActor, systemContext } from "../platform/context/index.ts";
import { listenersSlot } from "../platform/events/index.ts";
import { isRefusal } from "../platform/refusal/index.ts";
import { services } from "../modules/services/index.ts";
import { addOfficer, currentCode, enrolCode } from "../modules/staff/index.ts";
import { type Chance, chance } from "./chance.ts";
import { type DemoData, demoPart } from "./data.ts";
import { tellSources } from "./sources.ts";
import { type Cast, liveThrough } from "./story.ts";

const requestsToTell = 200;
const daysBack = 45;

/** Loads the demonstration where there is none, and says how to sign in. Undefined where the database holds other officers. */
export async function loadDemo(
	house: House,
	pack: string,
	say: (sentence: string) => void,
): Promise<string | undefined> {
	await demoPart.read(pack, house);
	const data = demoPart.of(house);
	const first = data.officers[0];
	if (!first) return undefined;
	const password = passwordOf(house);
	const { db } = house;
	const there = await db.selectFrom("staff.officer_view").select("email").limit(50).execute();
	if (there.length === 0) {
		say("Making the demonstration: officers");
		const officers = await addOfficers(house, data, password);
		await tellLives(house, data, officers, say);
		say("Making the demonstration: the records of other systems");
		await tellSources(house, data);
	} else if (!there.some((officer) => officer.email === first.email)) {
		return undefined;
	}
	const code = await currentCode(house, first.email);
	return [
		"  To sign in at the desk:",
		`    email      ${first.email}   (others: ${data.officers
			.slice(1, 4)
			.map((officer) => officer.email)
			.join(", ")} …)`,
		`    password   ${password}`,
		`    code       ${code}   (changes every 30 seconds; ${settingFor(house)}npm run frontdoor -- officer code ${first.email})`,
	].join("\n");
}

/** One password for all demonstration officers, made for this data folder and kept in it. */
function passwordOf(house: House): string {
	const file = join(resolve(configSlot.of(house).FRONTDOOR_DATA), "demo-password");
	if (!existsSync(file)) writeFileSync(file, `open-${randomBytes(6).toString("hex")}-door`, { mode: 0o600 });
	return readFileSync(file, "utf8").trim();
}

async function addOfficers(house: House, data: DemoData, password: string): Promise<OfficerActor[]> {
	const ctx = systemContext(house, "Demonstration");
	const actors: OfficerActor[] = [];
	for (const officer of data.officers) {
		const added = await addOfficer(ctx, { ...officer, password });
		if (isRefusal(added)) throw new Error(`The demonstration's officer ${officer.name} was refused: ${added.code}.`);
		await enrolCode(ctx, added.id);
		const { name, email, teams, roles } = officer;
		actors.push({ kind: "officer", id: added.id, name, email, teams, roles, permissions: new Set(permissions) });
	}
	return actors;
}

async function tellLives(
	house: House,
	data: DemoData,
	officers: readonly OfficerActor[],
	say: (sentence: string) => void,
) {
	const luck = chance(1889);
	const now = new Date();
	const cast: Cast = { house, data, officers, luck, now };
	const hearing = listenersSlot.of(house);
	// What is told happened in the past: its listeners hear it afterwards, at the time it happened.
	listenersSlot.put(house, new Map());
	try {
		for (let told = 0; told < requestsToTell; told++) {
			const service = luck.pick(services(house).slice(luck.happens(0.2) ? 0 : 1));
			await liveThrough(cast, service, somebody(data, luck), someTime(now, told, luck));
			if (told % 50 === 49) say(`Making the demonstration: ${told + 1} requests`);
		}
	} finally {
		listenersSlot.put(house, hearing);
	}
	say("Making the demonstration: telling the customers");
	const happened = await house.db
		.selectFrom("events.event")
		.select(["name", "at", "data", "correlation"])
		.orderBy("at")
		.execute();
	for (const { name, at, data: said, correlation } of happened) {
		for (const listener of hearing.get(name) ?? []) {
			await listener.run({ house, actor: systemActor("Front Door"), now: at, correlation }, said);
		}
	}
}

/** Most of it lately, and the last few within the hour: the queue is alive. */
function someTime(now: Date, told: number, luck: Chance): Date {
	const back = told < 8 ? luck.next() * 0.04 : luck.next() ** 1.6 * daysBack;
	return new Date(now.getTime() - back * 86_400_000);
}

function somebody(data: DemoData, luck: Chance) {
	const name = luck.pick(data.customers);
	const account = name.toLowerCase().replaceAll(/[^a-z]+/g, ".");
	const number = data.customers.indexOf(name);
	if (luck.happens(0.08)) return { name: "", email: undefined, phone: undefined };
	const phone = luck.happens(0.4) ? `07700 900${String(100 + number).padStart(3, "0")}` : undefined;
	return { name, email: phone === undefined || luck.happens(0.7) ? `${account}@mail.example` : undefined, phone };
}

/** What must stand before a command, so that it is about this council and no other. */
function settingFor(house: House): string {
	const { COUNCIL } = configSlot.of(house);
	return COUNCIL === readConfig({}).COUNCIL ? "" : `COUNCIL=${COUNCIL} `;
}
