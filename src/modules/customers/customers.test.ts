import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Context, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import {
	addressComesBack,
	customerById,
	customerFor,
	customersMatching,
	customerSummary,
	fold,
	noteBounce,
} from "./index.ts";

describe("a name as it is matched", () => {
	const same = [
		["Seán O’Brien", "SEAN OBRIEN"],
		["  José   Núñez ", "jose nunez"],
		["Łukasz Śmigły", "lukasz smigly"],
		["Anne-Marie Smith", "Anne Marie  Smith"],
		["Jose\u0301", "José"],
		["Weiß", "WEISS"],
	] as const;
	for (const [one, other] of same) it(`takes ${one} for ${other}`, () => assert.equal(fold(one), fold(other)));
	it("keeps names in other scripts apart", () => assert.notEqual(fold("李明"), fold("李红")));
});

describe("the record of whoever gets in touch", () => {
	let database: TestDatabase;
	let ctx: Context;
	before(async () => {
		database = await cloneDatabase();
		ctx = systemContext({ db: database.db }, "test", new Date("2026-03-02T10:00:00Z"));
	});
	after(() => database.close());
	const who = (said: Parameters<typeof customerFor>[2]) => customerFor(database.db, ctx, said);

	it("is found again by the same name and address, however they are typed", async () => {
		const first = await who({ name: "Zoë Ward", email: "Zoe@example.org", phone: "07700 900111" });
		assert.equal(await who({ name: "ZOE  WARD", email: "zoe@Example.org" }), first);
		assert.equal(await who({ name: "Zoë Ward", phone: "+44 7700 900111" }), first);
	});

	it("is new for another name at the same address: a household shares it", async () => {
		const first = await who({ name: "Amir Khan", email: "family@example.org" });
		assert.notEqual(await who({ name: "Sara Khan", email: "family@example.org" }), first);
	});

	it("is one when the same new person says two things at the same instant", async () => {
		const nia = { name: "Nia New", email: "nia@example.org", phone: "07700 900333" };
		const one = () => database.db.transaction().execute((tx) => customerFor(tx, ctx, nia));
		const { first, second } = await database.db.transaction().execute(async (tx) => {
			const first = await customerFor(tx, ctx, nia);
			let isDone = false;
			const second = one().finally(() => {
				isDone = true;
			});
			const isWaiting = sql<{ n: number }>`select count(*)::int as n from pg_locks
				where locktype = 'advisory' and not granted`;
			while (!isDone && (await isWaiting.execute(tx)).rows[0]?.n === 0);
			return { first, second: { id: second } };
		});
		assert.equal(await second.id, first);
		assert.equal(await one(), first);
	});

	it("is never added to by what someone types", async () => {
		const victim = await who({ name: "Pat Vine", email: "pat@example.org" });
		const typed = await who({ name: "Pat Vine", email: "pat@example.org", phone: "07700 900222" });
		assert.notEqual(typed, victim);
		assert.equal((await customerById(database.db, victim ?? ""))?.phone, null);
		assert.notEqual(await who({ name: "Pat Vine", email: "other@example.org", phone: "07700 900222" }), typed);
	});

	it("is nobody when nothing was given, and someone new for a name alone", async () => {
		assert.equal(await who({}), null);
		assert.equal(await who({ name: " ", email: "", phone: "" }), null);
		assert.notEqual(await who({ name: "Jo Bloggs" }), await who({ name: "Jo Bloggs" }));
	});

	it("keeps hostile names as they were typed", async () => {
		const name = `Robert'); drop table customers.customer;-- <b>"x"</b>`;
		const id = await who({ name, email: "bobby@example.org" });
		const record = await customerById(database.db, id ?? "");
		assert.equal(record?.name, name);
		assert.ok(record && !customerSummary(record, "SR-2345-6789").text.includes("<b>"));
	});

	it("is found at the desk by address, number and part of a name", async () => {
		const id = await who({ name: "Siân Prys-Jones", email: "sian@example.org", phone: "01642 000000" });
		const found = async (by: Parameters<typeof customersMatching>[1]) =>
			(await customersMatching(database.db, by)).map((record) => record.id);
		assert.deepEqual(await found({ emailKey: "sian@example.org" }), [id]);
		assert.deepEqual(await found({ phoneKey: "+441642000000" }), [id]);
		assert.deepEqual(await found({ name: "sian pry" }), [id]);
		assert.deepEqual(await found({ name: "& ! :*" }), []);
	});

	it("says once that mail comes back, and the ledger has it once", async () => {
		const id = await who({ name: "Gone Away", email: "gone@example.org" });
		if (id === null) return assert.fail("no record was made");
		await noteBounce(database.db, ctx, id, "an.old.one@example.org");
		assert.equal(await addressComesBack(database.db, "gone@example.org"), false);
		await noteBounce(database.db, ctx, id, "gone@example.org");
		await noteBounce(database.db, ctx, id, "Gone@example.org");
		assert.equal(await addressComesBack(database.db, "GONE@example.org"), true);
		const record = await customerById(database.db, id);
		assert.deepEqual(record?.emailBouncedAt, ctx.now);
		assert.match(record ? customerSummary(record, "SR-2345-6789").text : "", /Mail comes back/);
		const { rows } =
			await sql`select from audit.entry where action = 'customer.email-bounced' and subject_id = ${id}`.execute(
				database.db,
			);
		assert.equal(rows.length, 1);
	});

	it("is found among many without reading them all", async () => {
		await sql`insert into customers.customer (id, name, name_key, email, email_key, phone, phone_key, created_at, changed_at)
			select gen_random_uuid(), 'N' || n, 'n' || n, n || '@example.org', n || '@example.org', '07' || n, '+447' || n, now(), now()
			from generate_series(1, 20000) n`.execute(database.db);
		await sql`analyze customers.customer`.execute(database.db);
		const searches = [
			sql`explain select id from customers.customer where email_key = ${"7@example.org"} and true and name_key = ${"n7"} order by created_at limit 1`,
			sql`explain select id from customers.customer where true and phone_key = ${"+4477"} and name_key = ${"n7"} order by created_at limit 1`,
			sql`explain select id from customers.customer where to_tsvector('simple', name_key) @@ to_tsquery('simple', ${"n77:*"})`,
		];
		for (const search of searches) {
			const { rows } = await search.execute(database.db);
			assert.doesNotMatch(JSON.stringify(rows), /Seq Scan/);
		}
		assert.equal((await customersMatching(database.db, { name: "n7" })).length, 50);
		assert.equal(await customerById(database.db, newId()), undefined);
	});
});
