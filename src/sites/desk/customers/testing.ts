/** A council whose officers open customers' records for two purposes, for tests: two services, one confidential; two sources. */
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Permission, secretSlot } from "../../../platform/auth/index.ts";
import { configSlot, readConfig } from "../../../platform/config/index.ts";
import {
	type Context,
	type House,
	type OfficerContext,
	systemContext,
	visitor,
} from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { cloneDatabase } from "../../../platform/db/testing.ts";
import { listenersSlot } from "../../../platform/events/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { needsPart } from "../../../modules/customers/index.ts";
import { messagesModule } from "../../../modules/messages/index.ts";
import { placesModule } from "../../../modules/places/index.ts";
import { purposesPart, recordsModule, workInHandSlot } from "../../../modules/records/index.ts";
import { askWorkInHand, submitRequest } from "../../../modules/requests/index.ts";
import {
	type Definition,
	serviceById,
	servicesModule,
	servicesPart,
	topicsPart,
} from "../../../modules/services/index.ts";
import { sourcesPart } from "../../../modules/sources/index.ts";
import { addOfficer, rolesPart, staffModule, teamsPart } from "../../../modules/staff/index.ts";
import { complaining, reporting, someNeeds, somePurposes, someSources } from "./council.test-data.ts";

const pack = resolve(import.meta.dirname, "../../../../packs", readConfig({}).COUNCIL);

/** A Monday in winter, at ten. */
const monday = new Date("2026-03-02T10:00:00Z");

const permissions: readonly Permission[] = [
	"customers.read",
	"requests.read",
	"messages.read",
	"records.correct",
	"forms.fill",
];
const names = { ada: "Ada Ash", bob: "Bob Birch" } as const;
/** Complaints go to the roads' team. */
const teamsOf = { ada: ["trees"], bob: ["trees", "roads"] } as const;

export async function openCustomers() {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	configSlot.put(house, readConfig({ PUBLIC_URL: "https://council.example" }));
	secretSlot.put(house, "a secret of thirty-two characters or more");
	servicesPart.put(house, [reporting, complaining]);
	topicsPart.put(house, [{ id: "streets", name: "Streets", summary: "Streets" }]);
	for (const module of [placesModule, messagesModule]) for (const part of module.pack) await part.read(pack, house);
	await councilPart.read(pack, house);
	listenersSlot.put(house, new Map());
	teamsPart.put(house, [
		{ id: "trees", name: "Trees", tier: 2 },
		{ id: "roads", name: "Roads", tier: 2 },
	]);
	rolesPart.put(house, { officer: { name: "Officer", may: [...permissions] } });
	sourcesPart.put(house, someSources);
	purposesPart.put(house, somePurposes);
	needsPart.put(house, someNeeds);
	workInHandSlot.put(house, askWorkInHand);
	for (const module of [servicesModule, staffModule]) await module.opens?.(systemContext(house, "test", monday));
	const officers = { ada: await officerNamed(house, "ada"), bob: await officerNamed(house, "bob") };
	const resident = (): Context => ({ house, actor: visitor, now: monday, correlation: randomUUID() });
	return {
		...database,
		house,
		/** An officer some days after that Monday. */
		as: (who: "ada" | "bob", days = 0, held: readonly Permission[] = permissions): OfficerContext => ({
			house,
			now: new Date(monday.getTime() + days * 86_400_000),
			correlation: randomUUID(),
			actor: {
				kind: "officer",
				id: officers[who],
				name: names[who],
				email: `${who}@council.example`,
				teams: teamsOf[who],
				roles: ["officer"],
				permissions: new Set(held),
			},
		}),
		/** The reference of what they send. */
		send: async ({ id }: Definition, answers: Record<string, string>) => {
			const service = serviceById(house, id);
			if (!service) throw new Error(`There is no service ${id}.`);
			return (await submitRequest(resident(), { service, answers, channel: "web" })).reference;
		},
		/** Writes what sources say and takes it into the index; the ids of the records in the order given. */
		say: async (given: readonly { source: string; said: Record<string, string>; from: string }[]) => {
			const at = new Date(monday.getTime() + 1);
			const rows = given.map(({ source, said, from }) => ({ id: newId(), source, said: JSON.stringify(said), from }));
			for (const { id, source, said, from } of rows)
				await sql`insert into sources.record (id, source, key, said, from_day, first_seen_at, seen_at, changed_at)
					values (${id}, ${source}, ${id}, ${said}, ${from}, ${at}, ${at}, ${at})`.execute(house.db);
			for (const { run } of recordsModule.daily) await run(systemContext(house, "test", monday));
			return rows.map(({ id }) => id);
		},
	};
}

async function officerNamed(house: House, who: "ada" | "bob"): Promise<string> {
	const officer = { name: names[who], email: `${who}@council.example`, roles: ["officer"], teams: teamsOf[who] };
	const added = await addOfficer(systemContext(house, "test", monday), officer);
	if (isRefusal(added)) throw new Error(`The officer of the tests was refused: ${added.code}.`);
	return added.id;
}
