import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { endLink } from "./endLink.ts";
import { linkRecords } from "./linkRecords.ts";
import { treeOf } from "./tree.ts";
import { writtenSinceSlot } from "./written.ts";

let index: Index;
before(async () => {
	index = await openIndex();
});
after(() => index.database.close());

const merge = (a: string, b: string, how: "merged" | "matched" | "reviewed" = "merged") =>
	index.database.db
		.transaction()
		.execute((tx) => linkRecords(tx, index.ctx, { a, b, how, why: how === "merged" ? "They said so" : "" }));
const end = (id: string) =>
	index.database.db.transaction().execute((tx) => endLink(tx, index.ctx, { id, why: "Two people" }));

async function merged(a: string, b: string): Promise<string> {
	const link = await merge(a, b);
	assert.ok(!isRefusal(link));
	return link.id;
}

/** The records of some customers as they are kept, but for the order in which they lie. */
async function kept(ids: readonly string[]) {
	return index.database.db.selectFrom("records.record").selectAll().where("id", "in", ids).orderBy("id").execute();
}

/** What the index ought to be, told plainly: sets of records that live links join, each under the one that began first. */
function headsOf(ids: readonly string[], beganAt: readonly number[], links: Iterable<readonly [number, number]>) {
	let sets = ids.map((_, at) => new Set([at]));
	for (const [a, b] of links) {
		const [one, other] = [sets.find((set) => set.has(a)), sets.find((set) => set.has(b))];
		if (one && other && one !== other) sets = [...sets.filter((set) => set !== one && set !== other), one.union(other)];
	}
	const first = (set: Set<number>) =>
		[...set].toSorted((x, y) => (beganAt[x] ?? 0) - (beganAt[y] ?? 0) || ((ids[x] ?? "") < (ids[y] ?? "") ? -1 : 1))[0];
	return ids.map((_, at) => ids[first(sets.find((set) => set.has(at)) ?? new Set([at])) ?? 0]);
}

describe("merging and un-merging", () => {
	it("in any order gives what never having merged gives", { timeout: 120_000 }, async () => {
		const step = fc.record({ merge: fc.boolean(), a: fc.nat(8), b: fc.nat(8), pick: fc.nat(1000) });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
				fc.array(step, { minLength: 20, maxLength: 40 }),
				async (days, steps) => {
					const people = days.map((day, at) => ({ name: `Person ${at}`, since: `2025-01-0${day}T09:00:00Z` }));
					const ids = await customersIn(index, people);
					const untouched = await kept(ids);
					const live = new Map<string, readonly [number, number]>();
					for (const { merge: isMerge, a, b, pick } of steps) {
						const [one, other] = [ids[a] ?? "", ids[b] ?? ""];
						if (isMerge || live.size === 0) {
							const before = headsOf(ids, days, live.values());
							const link = a === b ? undefined : await merge(one, other);
							if (before[a] === before[b])
								assert.ok(link === undefined || (isRefusal(link) && link.code === "same-tree"));
							else if (link && !isRefusal(link)) live.set(link.id, [a, b]);
							else assert.fail("two customers were not merged");
						} else {
							const id = [...live.keys()][pick % live.size] ?? "";
							assert.ok(!isRefusal(await end(id)));
							live.delete(id);
						}
						const heads = new Map((await kept(ids)).map((row) => [row.id, row.head_id]));
						assert.deepEqual(
							ids.map((id) => heads.get(id)),
							headsOf(ids, days, live.values()),
						);
					}
					for (const row of untouched) {
						const [byId, byReference] = [
							await treeOf(index.database.db, row.id),
							await treeOf(index.database.db, row.reference),
						];
						assert.deepEqual(byId, byReference);
						assert.equal(byId?.links.length, (byId?.nodes.length ?? 0) - 1);
					}
					for (const id of live.keys()) await end(id);
					assert.deepEqual(await kept(ids), untouched);
				},
			),
			{ numRuns: 25 },
		);
	});

	it("is done at the same moment by many and ends in a forest, with nobody waiting for ever", {
		timeout: 60_000,
	}, async () => {
		const ids = await customersIn(
			index,
			Array.from({ length: 8 }, (_, at) => ({ name: `Crowd ${at}` })),
		);
		const pairs = ids.flatMap((a, at) => ids.slice(at + 1).flatMap((b) => [[a, b] as const, [b, a] as const]));
		const links = await Promise.all(pairs.map(([a, b]) => merge(a, b)));
		const made = links.flatMap((link) => (isRefusal(link) ? [] : [link.id]));
		assert.equal(made.length, ids.length - 1, "a tree has one link fewer than records");
		const tree = await treeOf(index.database.db, ids[3] ?? "");
		assert.equal(tree?.nodes.length, ids.length);
		const ended = await Promise.all([...made, ...made].map(end));
		assert.equal(ended.filter((one) => !isRefusal(one)).length, made.length, "each link ends once");
		for (const id of ids) assert.equal((await treeOf(index.database.db, id))?.nodes.length, 1);
	});
});

describe("two customers", () => {
	it("go by the one that began first, and are found by either's id and reference", async () => {
		const [later = "", earlier = ""] = await customersIn(index, [
			{ name: "Ann Late", since: "2025-05-01T09:00:00Z" },
			{ name: "Ann Early", since: "2024-05-01T09:00:00Z" },
		]);
		await merged(later, earlier);
		const tree = await treeOf(index.database.db, later);
		assert.equal(tree?.head.id, earlier);
		assert.deepEqual(tree?.customerIds, [earlier, later]);
		for (const { reference } of tree?.nodes ?? []) {
			assert.match(reference, /^CR-/);
			assert.equal((await treeOf(index.database.db, ` ${reference.toLowerCase()} `))?.head.id, earlier);
		}
		assert.equal(await treeOf(index.database.db, "CR-2222-2222"), undefined);
		assert.equal(await treeOf(index.database.db, "Robert'); drop"), undefined);
	});

	it("who were parted are never linked by itself again, and by an officer who merges them", async () => {
		const [a = "", b = "", c = ""] = await customersIn(index, [{ name: "A" }, { name: "B" }, { name: "C" }]);
		await end(await merged(a, b));
		const twin = await merged(b, c);
		for (const how of ["matched", "reviewed"] as const) {
			const again = await merge(a, c, how);
			assert.ok(isRefusal(again) && again.code === "apart", "not by another record of the same customer either");
		}
		await merged(a, c);
		assert.equal((await treeOf(index.database.db, a))?.nodes.length, 3);
		assert.ok(!isRefusal(await end(twin)));
	});

	it("are not linked where one is restricted or gone, or too many would come together by itself", async () => {
		const ids = await customersIn(
			index,
			Array.from({ length: 15 }, (_, at) => ({ name: `Many ${at}` })),
		);
		const [restricted = "", gone = "", first = "", ...rest] = ids;
		const change = index.database.db.updateTable("records.record");
		await change.set({ restricted: true }).where("id", "=", restricted).execute();
		await change.set({ gone_at: index.ctx.now }).where("id", "=", gone).execute();
		const [one, two] = [await merge(restricted, first), await merge(first, gone)];
		assert.ok(isRefusal(one) && one.code === "restricted");
		assert.ok(isRefusal(two) && two.code === "gone");
		for (const id of rest.slice(0, 11)) assert.ok(!isRefusal(await merge(first, id, "matched")));
		const last = await merge(first, rest[11] ?? "", "matched");
		assert.ok(isRefusal(last) && last.code === "too-many");
		await merged(first, rest[11] ?? "");
	});

	it("leave a list of what was written while they were one", async () => {
		const [a = "", b = ""] = await customersIn(index, [{ name: "D" }, { name: "E" }]);
		const link = await merged(a, b);
		writtenSinceSlot.put(index.ctx.house, [
			async (_, customers, since) => {
				assert.deepEqual(since, index.ctx.now);
				return customers.map((customerId) => ({ kind: "note", id: customerId, customerId, words: "A note" }));
			},
		]);
		await end(link);
		const rows = await index.database.db
			.selectFrom("records.to_look_through")
			.select("record_id")
			.where("link_id", "=", link)
			.execute();
		assert.deepEqual(rows.map((row) => row.record_id).toSorted(), [a, b].toSorted());
	});
});

describe("the ledger", () => {
	it("tells who linked and who parted, and why", async () => {
		const [a = "", b = ""] = await customersIn(index, [{ name: "F" }, { name: "G" }]);
		await end(await merged(a, b));
		const rows = await index.database.db
			.selectFrom("audit.entry")
			.select(["action", "actor_name", "after"])
			.where("subject_id", "=", a)
			.orderBy("id")
			.execute();
		assert.deepEqual(
			rows.map(({ action, actor_name }) => [action, actor_name]),
			[
				["records.linked", "Robin Officer"],
				["records.parted", "Robin Officer"],
			],
		);
		assert.match(JSON.stringify(rows[1]?.after), /Two people/);
	});
});
