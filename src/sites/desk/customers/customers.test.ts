import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Permission } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { Forbidden, isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { linkRecords, lookUpFor, recordsModule, treeOf } from "../../../modules/records/index.ts";
import { complaining, reporting } from "./council.test-data.ts";
import { beginRoutes } from "./begin.routes.ts";
import { recordRoutes } from "./record.routes.ts";
import { searchRoutes } from "./search.routes.ts";
import { openCustomers } from "./testing.ts";
import { valueRoutes } from "./value.routes.ts";

const routes = [...searchRoutes, ...recordRoutes, ...beginRoutes, ...valueRoutes, ...recordsModule.routes];
const visit = {
	url: "/desk",
	address: "203.0.113.7",
	agent: "test",
	csrf: () => "token",
	cookie: () => undefined,
	setCookie: () => undefined,
};

/** Ada is of the trees' team alone; Bob is of the roads' too, to whom complaints go. */
describe("the record of a customer", () => {
	let council: Awaited<ReturnType<typeof openCustomers>>;
	let reference: string;
	let tree: string;
	let rude: string;
	let zoe: string;
	let taxed: string;
	before(async () => {
		council = await openCustomers();
		const said = { name: "Zoë Ward", email: "zoe@example.org" };
		tree = await council.send(reporting, { what: "A fallen tree", ...said });
		rude = await council.send(complaining, { what: "Ada was rude", ...said });
		const row = await council.db
			.selectFrom("requests.request")
			.select("customer_id")
			.where("reference", "=", tree)
			.executeTakeFirst();
		zoe = row?.customer_id ?? assert.fail();
		const home = { address: "1 High Street", postcode: "TS1 1AA", uprn: "100110000001" };
		const told = { ...home, band: "B", income: "123.45", born: "1984-02-29" };
		const [tax = "", care = ""] = await council.say([
			{ source: "tax", said: { given: "Zoe", surname: "Ward", ...told }, from: "2024-01-01" },
			{ source: "care", said: { person: "P-777", surname: "Warder" }, from: "2024-01-01" },
			{ source: "tax", said: { given: "Yan", surname: "Ward", ...home, band: "C" }, from: "2025-01-01" },
		]);
		taxed = tax;
		reference = (await treeOf(council.db, zoe))?.head.reference ?? assert.fail();
		for (const b of [tax, care]) {
			const linking = { a: zoe, b, how: "merged", why: "She said so" } as const;
			const link = await council.db.transaction().execute((tx) => linkRecords(tx, council.as("bob"), linking));
			assert.ok(!isRefusal(link));
		}
	});
	after(() => council.close());

	/** So many seconds later, within the time of a look-up. */
	const later = (seconds = 3) => council.as("ada", seconds / 86_400);
	const officer = (who: "ada" | "bob" = "ada", held?: readonly Permission[]) => council.as(who, 0, held);
	const ask = async (
		path: string,
		raw: { params?: unknown; query?: unknown; form?: unknown } = {},
		ctx: OfficerContext = officer(),
		method = "GET",
	): Promise<Answer> => {
		const route = routes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		return route.run(ctx, { params: {}, query: {}, form: {}, files: [], visit, ...raw });
	};
	const shown = (answer: Answer) =>
		answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind} ${"to" in answer ? answer.to : ""}`);
	const open = async (query = {}, ctx = officer()) =>
		shown(await ask("/desk/customers/:id", { params: { id: reference }, query }, ctx));
	const state = async (purpose: string, ctx = officer()) => {
		const stated = { params: { id: reference }, form: { purpose } };
		assert.equal((await ask("/desk/customers/:id/look-ups", stated, ctx, "POST")).kind, "redirect");
	};

	it("is asked for with a purpose before anything of it is shown", async () => {
		const answer = await ask("/desk/customers/:id", { params: { id: reference }, query: { work: "" } });
		assert.equal(answer.kind === "redirect" && answer.to, `/desk/customers/${reference}/look-ups/new`);
		const field = { params: { id: reference, field: "home" } };
		assert.equal((await ask("/desk/customers/:id/values/:field", field)).kind, "redirect");
		await assert.rejects(
			ask("/desk/customers/:id", { params: { id: reference } }, officer("ada", ["requests.read"])),
			Forbidden,
		);
		await assert.rejects(ask("/desk/customers/:id", { params: { id: "CR-2222-2222" } }), NotFound);
	});

	it("opens without asking where the purpose is known from the work in hand, and the ledger says so", async () => {
		const bob = officer("bob");
		const text = await open({ work: tree }, bob);
		assert.match(text, /Opened for “Look after streets, SR-/);
		const lookUp = await lookUpFor(bob, (await treeOf(council.db, reference)) ?? assert.fail());
		const entry = await council.db
			.selectFrom("audit.entry")
			.select(["purpose", "after"])
			.where("action", "=", "customer.read")
			.where("actor_id", "=", bob.actor.id)
			.executeTakeFirst();
		assert.deepEqual(entry, { purpose: "streets", after: { lookUp: lookUp?.id } });
	});

	it("shows for one purpose what another does not open, and never what is only compared or lent by a law", async () => {
		await state("streets");
		const streets = await open();
		assert.ok(streets.includes("zoe@example.org"));
		for (const hidden of ["High Street", "Collectors", "Carers", "Yan Ward", "P-777", "1984"])
			assert.ok(!streets.includes(hidden), hidden);
		await state("tax", later(1));
		const tax = await open({}, later(2));
		for (const seen of ["1 High Street, TS1 1AA", "Collectors", "Carers", "It has a record", "Yan Ward", "Inferred"])
			assert.ok(tax.includes(seen), seen);
		for (const hidden of ["P-777", "1984", "29 Feb", "123.45"]) assert.ok(!tax.includes(hidden), hidden);
	});

	it("of somebody whom only other systems know is begun with us once, by what they say of themselves", async () => {
		const [only = ""] = await council.say([
			{ source: "tax", said: { given: "Una", surname: "Lone", band: "A" }, from: "2024-01-01" },
		]);
		const theirs = (await treeOf(council.db, only)) ?? assert.fail();
		const params = { id: theirs.head.reference };
		const path = "/desk/customers/:id/beginning";
		const begin = (form: object) => ask(path, { params, form }, officer(), "POST");
		assert.equal((await begin({ name: "Una Lone" })).kind, "redirect", "a purpose is asked for first");
		assert.equal((await treeOf(council.db, only))?.customerIds.length, 0);
		await ask("/desk/customers/:id/look-ups", { params, form: { purpose: "tax" } }, officer(), "POST");
		assert.match(shown(await ask("/desk/customers/:id", { params })), /Begin a record with us/);
		assert.match(shown(await ask(path, { params })), /value="Una Lone"/);
		for (const wrong of [{ name: " " }, { name: "Una", email: "una" }, { name: "Una", phone: "12" }]) {
			const answer = await begin(wrong);
			assert.ok(answer.kind === "page" && answer.status === 422, JSON.stringify(wrong));
		}
		const said = { name: "Una Lone", email: "una@example.org", phone: "" };
		const [one, other] = await Promise.all([begin(said), begin(said)]);
		assert.deepEqual([one.kind, other.kind], ["redirect", "redirect"]);
		const tree = (await treeOf(council.db, only)) ?? assert.fail();
		assert.equal(tree.customerIds.length, 1);
		assert.deepEqual(
			tree.links.map(({ how }) => how),
			["begun"],
		);
		assert.equal((await treeOf(council.db, theirs.head.reference))?.head.id, tree.head.id);
	});

	it("leads from any record's id and reference, and from a request's, to the one address", async () => {
		const other = (await treeOf(council.db, taxed))?.nodes.find(({ id }) => id === taxed)?.reference ?? assert.fail();
		const to = new Set<string>();
		for (const id of [zoe, taxed, other, tree, reference.toLowerCase()]) {
			const answer = await ask("/desk/customers/:id", { params: { id }, query: { work: "SR-1" } });
			to.add(answer.kind === "redirect" ? answer.to : "a page");
		}
		assert.equal(to.size, 1);
		assert.match([...to][0] ?? "", /^\/desk\/customers\/CR-.*\?work=SR-1$/);
	});

	it("has one thread that is narrowed by kind and words, and shows no confidential request to others", async () => {
		const text = await open({}, officer("ada"));
		assert.ok(text.includes(`/desk/requests/${tree}#entry-`) && !text.includes(rude));
		await state("streets", officer("bob"));
		assert.ok((await open({}, officer("bob"))).includes(rude));
		assert.match(await open({ kind: "requests", words: "nothing like it" }), /Nothing matches/);
		assert.match(await open({ kind: "record", words: "SHE said" }, later(2)), /She said so/);
		assert.ok((await open({ kind: "nonsense", before: "x" })).includes(tree));
	});

	it("is read with requests and messages only by those who may read these", async () => {
		const text = await open({}, officer("ada", ["customers.read"]));
		assert.ok(!text.includes(tree));
		assert.ok(text.includes("zoe@example.org"));
	});

	it("says in a few sentences who they are, each leading to where it stands", async () => {
		const text = await open();
		assert.match(text, /Zoë Ward has been known to us since <a [^>]*href="#sources">March 2026<\/a>/);
		assert.match(text, new RegExp(`the next promise is for 5 Mar 2026: <a [^>]*href="/desk/requests/${tree}"`));
	});

	it("tells of what is overdue, kindly, and of addresses from which mail comes back", async () => {
		const nextMonth = council.as("bob", 20);
		await council.db
			.updateTable("customers.customer")
			.set({ email_bounced_at: council.as("ada").now })
			.where("id", "=", zoe)
			.execute();
		await state("streets", nextMonth);
		const text = await open({}, nextMonth);
		assert.match(text, /We are late with 2 things we promised/);
		assert.match(text, /Mail to zoe@example.org comes back/);
	});

	const values = (form: unknown, ctx = later(), id = reference) =>
		ask("/desk/customers/:id/values/:field/choices", { params: { id, field: "home" }, form }, ctx, "POST");

	it("takes an officer's word, with a reason, over what the records say, until it is ended", async () => {
		await state("tax", later());
		for (const [form, problem] of [
			[{ pick: "", why: "x" }, "Choose what is right"],
			[{ pick: "other", value: "", why: "x" }, "Type what is right"],
			[{ pick: "other", value: "3 Low Lane", why: "" }, "Say how you know"],
		] as const)
			assert.ok(shown(await values({ value: "", ...form })).includes(problem), problem);
		const done = await values({ pick: "other", value: "3 Low Lane, TS2 2BB", why: "She told me today" });
		assert.equal(done.kind === "redirect" && done.to, `/desk/customers/${reference}/values/home`);
		assert.ok((await open({}, later())).includes("3 Low Lane"));
		const choice = await council.db.selectFrom("records.chosen").select("id").executeTakeFirstOrThrow();
		const ending = { params: { id: reference, field: "home", choice: choice.id } };
		await assert.rejects(
			ask(
				"/desk/customers/:id/values/:field/choices/:choice/ending",
				ending,
				{ ...later(), actor: officer("ada", ["customers.read"]).actor },
				"POST",
			),
			Forbidden,
		);
		await ask("/desk/customers/:id/values/:field/choices/:choice/ending", ending, later(), "POST");
		const text = shown(
			await ask("/desk/customers/:id/values/:field", { params: { id: reference, field: "home" } }, later()),
		);
		assert.ok(text.includes("1 High Street") && text.includes("Ended by Ada Ash"));
	});

	it("shows what was chosen of a source's record only where the purpose opens that source", async () => {
		const done = await values({ pick: taxed, value: "", why: "It is on the bill" });
		assert.equal(done.kind, "redirect");
		assert.ok((await open({}, later())).includes("1 High Street"));
		assert.ok(!(await open({}, officer("bob"))).includes("High Street"));
	});

	it("says first what to do for them, what keeps people safe before all, and asks again when it is time", async () => {
		const { db } = council;
		for (const [code, review] of [
			["COM-LARGE", "2026-01-01"],
			["SAF-PAIR", "2026-12-01"],
		] as const)
			await sql`insert into customers.need (id, customer_id, code, said_by, noted_at, noted_by_name, review_on)
				values (gen_random_uuid(), ${zoe}, ${code}, 'officer', ${officer().now}, 'Bob Birch', ${review})`.execute(db);
		const text = await open({}, officer("bob"));
		const places = [
			"Visit them in twos",
			"Write in large letters",
			"Ask if this is still so",
			"Opened for",
			"Open promises",
		];
		const found = places.map((words) => text.indexOf(words));
		assert.ok(!found.includes(-1), String(found));
		assert.deepEqual(
			found.toSorted((a, b) => a - b),
			found,
		);
		assert.match(await open({ kind: "record", words: "twos" }, officer("bob")), /Need noted: Visit them in twos/);
	});

	it("names those who may act for them, and what they may do", async () => {
		const { db } = council;
		const carer = await council.send(reporting, {
			what: "Another tree",
			name: "Cara Carer",
			email: "cara@example.org",
		});
		await sql`insert into customers.relationship (id, from_id, to_id, kind, scope, evidence, from_day, noted_at, noted_by_name)
			select gen_random_uuid(), customer_id, ${zoe}, 'carer', '{ask}', 'A letter', '2025-05-01', received_at, 'Bob Birch'
			from requests.request where reference = ${carer}`.execute(db);
		assert.match(
			await open({}, officer("bob")),
			/Is cared for by <a [^>]*>Cara Carer<\/a>\s*<small>May ask for things/,
		);
	});

	it("leads from what a source has wrong to telling it, for the fields that are shown alone", async () => {
		const page = async (ctx: OfficerContext) =>
			shown(await ask("/desk/customers/:id/values/:field", { params: { id: reference, field: "name" } }, ctx));
		const text = await page(later());
		assert.ok(text.includes(`/desk/corrections/new?record=${taxed}&amp;field=surname`));
		const reader = { ...later(), actor: officer("ada", ["customers.read"]).actor };
		assert.ok(!(await page(reader)).includes("/desk/corrections"));
	});

	it("has no page for a field of which nothing may be shown", async () => {
		for (const field of ["born", "number", "nonsense", "__proto__"])
			await assert.rejects(
				ask("/desk/customers/:id/values/:field", { params: { id: reference, field } }, later()),
				NotFound,
				field,
			);
	});

	it("is found by what a customer says, and the ledger holds a mark of it and never the words", async () => {
		const found = async (q: string) => shown(await ask("/desk/customers", { query: { q } }));
		for (const q of ["zoe ward", "ZOE@example.org", tree, "high street"])
			assert.ok((await found(q)).includes(reference), q);
		for (const q of ["P-777", "Nobody Atall"]) assert.match(await found(q), /Nobody matches/);
		assert.match(await found("???"), /finds nobody/);
		const named = await ask("/desk/customers", { query: { q: reference } });
		assert.equal(named.kind === "redirect" && named.to, `/desk/customers/${reference}`);
		const lines = await council.db
			.selectFrom("audit.entry")
			.select("after")
			.where("action", "=", "customers.searched")
			.execute();
		assert.ok(lines.length > 4 && !/zoe|high/i.test(JSON.stringify(lines)));
	});

	it("does not tell whose a confidential request is", async () => {
		assert.match(shown(await ask("/desk/customers", { query: { q: rude } })), /Nobody matches|finds nobody/);
		await assert.rejects(ask("/desk/customers/:id", { params: { id: rude } }), NotFound);
	});
});
