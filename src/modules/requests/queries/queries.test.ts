import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { randomUUID } from "node:crypto";
import { councilPart } from "../../../platform/council/index.ts";
import { submitRequest } from "../actions/submit.ts";
import { closeRequest } from "../actions/close.ts";
import { followRequest } from "../actions/follow.ts";
import { takeRequest } from "../actions/take.ts";
import { trackPath } from "../links.ts";
import { sought } from "../rules/search.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { nearbyOpen } from "./nearby.ts";
import { type From, type QueueFilter, queuePage } from "./queue.ts";
import { requestByReference } from "./request.ts";
import { trackByLink, trackByReference } from "./track.ts";

describe("finding requests", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const ada = () => council.as("ada").actor;
	const at = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
	const submit = (answers: Record<string, unknown>, now = monday) =>
		submitRequest(council.resident(now), {
			service: council.service,
			answers: { blocks: "no", ...JSON.parse(JSON.stringify(answers)) },
			channel: "web",
		});
	const found = async (filter: Partial<QueueFilter>, now = monday) =>
		(await queuePage(council.db, ada(), { state: "open", ...filter }, undefined, now)).rows.map((row) => row.reference);

	const search = (typed: string) => {
		const by = sought(typed, councilPart.of(council.house).referencePrefix);
		return by ? { sought: by } : {};
	};

	it("goes through the whole queue page by page, forwards and back, and misses none", async () => {
		const made: string[] = [];
		for (let n = 0; n < 120; n++) made.push((await submit({}, at(n % 40))).reference);
		const ids = async (state: "open" | "any") => {
			const forwards: string[][] = [];
			let from: From;
			for (;;) {
				const page = await queuePage(council.db, ada(), { state }, from, monday);
				forwards.push(page.rows.map((row) => row.reference));
				if (!page.next) break;
				from = { after: page.next };
			}
			let back = await queuePage(council.db, ada(), { state }, from, monday);
			const backwards = [back.rows.map((row) => row.reference)];
			while (back.previous) {
				back = await queuePage(council.db, ada(), { state }, { before: back.previous }, monday);
				backwards.unshift(back.rows.map((row) => row.reference));
			}
			return { forwards: forwards.flat(), backwards: backwards.flat() };
		};
		for (const state of ["open", "any"] as const) {
			const { forwards, backwards } = await ids(state);
			assert.deepEqual(forwards.toSorted(), made.toSorted());
			assert.deepEqual(backwards, forwards);
		}
	});

	it("finds by reference, address, number, postcode, words and name, and says nothing for what is nobody's", async () => {
		const { reference } = await submit({
			name: "Siân Prys",
			email: "Sian@example.org",
			phone: "01642 000000",
			more: "A great chestnut",
			where: { street: "Gorse Lane", postcode: "TS5 4AA" },
		});
		for (const typed of [
			reference.toLowerCase(),
			"SIAN@example.org",
			"01642000000",
			"ts54aa",
			"chestnuts",
			"sian prys",
			"gorse",
		]) {
			assert.deepEqual(await found({ state: "any", ...search(typed) }), [reference], typed);
		}
		for (const typed of ["SR-2222-2222", "nobody@example.org", "07700 900999", "TS9 9ZZ", "xyzzy", "'; drop", "???"]) {
			assert.deepEqual(await found({ state: "any", ...search(typed) }), [], typed);
		}
	});

	it("narrows by team, officer, urgency, promise, stage and state", async () => {
		const urgent = await submit({ blocks: "yes" }, at(-30));
		assert.ok((await found({ teams: ["roads"] })).includes(urgent.reference));
		assert.ok(!(await found({ teams: ["trees"] })).includes(urgent.reference));
		assert.deepEqual(await found({ urgent: true, promise: "overdue" }), [urgent.reference]);
		assert.deepEqual(await found({ urgent: true, promise: "running-out" }), []);
		assert.deepEqual(await found({ urgent: true, promise: "running-out" }, at(-27)), [urgent.reference]);
		assert.deepEqual(await found({ officer: council.officers.bob }), []);
		await takeRequest(council.as("bob"), { reference: urgent.reference, revision: 1 });
		assert.deepEqual(await found({ officer: council.officers.bob, stage: "received", service: "fallen-tree" }), [
			urgent.reference,
		]);
		assert.ok(!(await found({ officer: null, urgent: true })).includes(urgent.reference));
		await closeRequest(council.as("bob"), { reference: urgent.reference, revision: 2 }, { outcome: "done" });
		assert.deepEqual(await found({ state: "closed" }), [urgent.reference]);
		assert.deepEqual(await found({ officer: randomUUID() }), []);
	});

	it("shows a request with its clocks, timeline and names", async () => {
		const { reference } = await submit({ email: "zoe@example.org" });
		await takeRequest(council.as("ada"), { reference, revision: 1 });
		const request = await requestByReference(council.db, ada(), reference);
		assert.equal(request?.teamName, "Trees");
		assert.equal(request?.officerName, "Ada Ash");
		assert.deepEqual(
			request?.entries.map((entry) => entry.kind),
			["received", "taken"],
		);
		assert.deepEqual(request?.entries[0]?.at, monday);
		assert.equal(request?.clocks[0]?.words, "We aim to clear it within 3 working days");
		assert.equal(await requestByReference(council.db, ada(), "SR-2222-2222"), undefined);
	});

	it("is tracked by its link, or with the address given, and by nothing else", async () => {
		const { reference, link } = await submit({ email: "Zoe@example.org", phone: "07700 900123" });
		const key = link.split("/").at(-1) ?? "";
		assert.deepEqual((await trackByLink(council.db, council.house, reference, key))?.viewer.as, "customer");
		for (const wrong of ["", "x", key.slice(1), `${key}A`]) {
			assert.equal(await trackByLink(council.db, council.house, reference, wrong), undefined);
		}
		const other = await submit({});
		assert.equal(await trackByLink(council.db, council.house, other.reference, key), undefined);
		const by = (contact: string, of = reference) => trackByReference(council.db, council.house, of, contact);
		assert.equal(await by("zoe@EXAMPLE.org"), link);
		assert.equal(await by("+447700900123"), link);
		for (const wrong of ["amir@example.org", "07700 900124", "", "nonsense"]) assert.equal(await by(wrong), undefined);
		assert.equal(await by("zoe@example.org", other.reference), undefined);
	});

	it("is tracked by a follower with a link of their own", async () => {
		const { reference, link } = await submit({ email: "zoe@example.org" });
		await followRequest(council.resident(), reference, { email: "amir@example.org" });
		const path = await trackByReference(council.db, council.house, reference, "amir@example.org");
		assert.ok(path && path !== link);
		const seen = await trackByLink(council.db, council.house, reference, path.split("/").at(-1) ?? "");
		assert.equal(seen?.viewer.as, "follower");
		assert.notEqual(trackPath(council.house, reference, Buffer.alloc(16)), link);
	});

	it("shows what is open near a place, nearest first, when others may see it", async () => {
		const here = { latitude: 54.5, longitude: -1.2 };
		const near = await submit({ where: { latitude: 54.5003, longitude: -1.2 } });
		const nearer = await submit({ where: { latitude: 54.5001, longitude: -1.2 } });
		await submit({ where: { latitude: 54.51, longitude: -1.2 } });
		const old = at(-24 * 40);
		await submit({ where: here }, old);
		const hidden = await submit({ where: here });
		await council.db.updateTable("requests.request").set({ is_public: false }).where("id", "=", hidden.id).execute();
		const shown = await nearbyOpen(council.db, "fallen-tree", here, { metres: 100, days: 30 }, monday);
		assert.deepEqual(
			shown.map((one) => one.reference),
			[nearer.reference, near.reference],
		);
		assert.deepEqual(await nearbyOpen(council.db, "other", here, { metres: 100, days: 30 }, monday), []);
	});
});
