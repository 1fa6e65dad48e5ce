import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReadStream } from "node:fs";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { diskStore, intakeSlot, senderOf } from "../../../platform/files/index.ts";
import type { Answer, Upload } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { closeRequest } from "../actions/close.ts";
import { extendPromise } from "../actions/extend.ts";
import { followRequest } from "../actions/follow.ts";
import { moveRequest } from "../actions/move.ts";
import { submitRequest } from "../actions/submit.ts";
import { publicRoutes } from "../public.routes.ts";
import { trackByLink, trackByReference } from "../queries/track.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";
import { trackProps } from "./trackProps.ts";

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);

describe("tracking a request", () => {
	let council: Council;
	let folder: string;
	before(async () => {
		council = await openCouncil();
		folder = mkdtempSync(join(tmpdir(), "track-"));
		const store = diskStore(join(folder, "store"));
		intakeSlot.put(council.house, { store, scanner: { scan: async () => ({ verdict: "clean" }) }, spool: folder });
	});
	after(async () => {
		await council.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const upload = (name: string, bytes: Uint8Array): Upload => {
		const path = join(folder, `upload-${name}`);
		writeFileSync(path, bytes);
		return {
			field: "photos",
			name,
			path,
			bytes: readFileSync(path).length,
			tooBig: false,
			open: () => createReadStream(path),
		};
	};
	const received = () =>
		submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", more: "It fell\non my <b>fence</b>", name: "Zoë Ward", email: "zoe@example.org" },
			channel: "web",
		});
	type Raw = { form?: unknown; query?: unknown; files?: readonly Upload[]; now?: Date };
	const ask = async (method: string, path: string, params: object, { now, ...raw }: Raw = {}): Promise<Answer> => {
		const route = publicRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		const input = { params, query: {}, form: {}, files: [], visit: visitTo(path), ...raw };
		return route.run(council.resident(now), input);
	};
	const paramsOf = (link: string) => ({ reference: link.split("/")[2], key: link.split("/")[3] });
	const open = async (link: string, raw: Raw = {}) =>
		shown(await ask("GET", "/track/:reference/:key", paramsOf(link), raw));
	const post = (link: string, noun: string, raw: Raw) =>
		ask("POST", `/track/:reference/:key/${noun}`, paramsOf(link), raw);
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));

	it("says how a promise was worked out, and why it is longer to the customer alone", async () => {
		const submission = { service: council.papers, answers: { blocks: "no" }, channel: "web" } as const;
		const { reference, link } = await submitRequest(council.resident(), submission);
		const asked = { extension: "send:many", reason: "there are 900 boxes" };
		const outcome = await extendPromise(council.as("ada", later(1)), { reference, revision: 1 }, asked);
		assert.ok(!isRefusal(outcome));
		await moveRequest(council.as("ada", later(3)), { reference, revision: 2 }, { to: "asked" });
		const waiting = await open(link, { now: later(5) });
		assert.ok(waiting.includes("The time does not run while we wait."));
		assert.ok(waiting.includes("5 days so far. Paused for 2 days of that, so 3 days count."));
		assert.ok(waiting.includes("We asked you what you would like"));
		await moveRequest(council.as("ada", later(7)), { reference, revision: 3 }, { to: "looked-at" });
		const page = await open(link, { now: later(7) });
		assert.ok(page.includes("by <strong>Wednesday 25 March 2026</strong>"));
		assert.ok(page.includes("This is longer than we first said"));
		assert.ok(page.includes("There are 900 boxes") && !page.includes("Ada Ash"));
		assert.ok(page.includes("14 Mar 2026: Saturday"));
		const tracked = { ...(await trackedBy(link)), viewer: { as: "follower", customerId: null } } as const;
		const told = trackProps({ tracked, service: council.papers, key: "k", now: later(7), csrf: "t" });
		assert.deepEqual(told.promise[0]?.how.happened, []);
		assert.doesNotMatch(JSON.stringify(told), /900 boxes/);
	});

	const trackedBy = async (link: string) => {
		const [, , reference = "", key = ""] = link.split("/");
		return (await trackByLink(council.db, council.house, reference, key)) ?? assert.fail(link);
	};

	it("leads from the reference and the address given to the link, and says the same of all else", async () => {
		const { reference, link } = await received();
		const find = (typed: string, contact: string) => ask("POST", "/track", {}, { form: { reference: typed, contact } });
		const found = await find(reference.toLowerCase(), "Zoe@example.org");
		assert.ok(found.kind === "redirect" && found.to === link);
		const wrong = shown(await find(reference, "amir@example.org"));
		assert.ok(wrong.includes("We cannot find a request"));
		const other = (await received()).reference;
		assert.equal(shown(await find(other, "amir@example.org")).replaceAll(other, reference), wrong);
		const nonsense = shown(await find(`"><script>`, "x"));
		assert.ok(nonsense.includes("Enter the reference") && nonsense.includes("Enter the email address"));
		assert.ok(!nonsense.includes("<script>"));
		assert.ok(shown(await ask("GET", "/track", {})).includes("Track a request"));
	});

	it("lets nobody try which of the references that all can read a neighbour's address opens", async () => {
		const { reference } = await received();
		const { link } = await submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", email: "neighbour@example.org" },
			channel: "web",
		});
		const mine = link.split("/")[2] ?? "";
		const find = (typed: string, now: Date) =>
			ask("POST", "/track", {}, { form: { reference: typed, contact: "neighbour@example.org" }, now });
		for (let n = 0; n < 5; n++) assert.ok(shown(await find(reference, later(n / 1000))).includes("We cannot find"));
		assert.ok(shown(await find(mine, later(0.0041))).includes("tried too many times"));
		const found = await find(mine, later(1));
		assert.ok(found.kind === "redirect" && found.to === link);
	});

	it("has words of its own for what was done, whatever the address says", async () => {
		const { link } = await received();
		for (const done of ["constructor", "__proto__", "<b>"])
			assert.equal(await open(link, { query: { done } }), await open(link));
	});

	it("shows the five stages with their days, the promise and what happens next, and is kept by nobody", async () => {
		const { reference, link } = await received();
		const answer = await ask("GET", "/track/:reference/:key", paramsOf(link));
		assert.ok(answer.kind === "page");
		assert.deepEqual(answer.headers, {
			"x-robots-tag": "noindex",
			"cache-control": "no-store",
			"referrer-policy": "same-origin",
		});
		const first = shown(answer);
		assert.ok(first.includes("We look at it.") && first.includes("Thursday 5 March 2026"));
		assert.ok(first.includes("on my &lt;b&gt;fence&lt;/b&gt;"));
		assert.ok(!first.includes("zoe@example.org") && !first.includes("Zoë Ward"));
		await moveRequest(
			council.as("ada", later(1)),
			{ reference, revision: 1 },
			{ to: "ordered", message: "A crew comes on Friday." },
		);
		const planned = await open(link, { now: later(1) });
		assert.ok(
			/fd-stage--current" aria-current="step">\s*<span class="govuk-visually-hidden">Now: <\/span>Action planned/.test(
				planned,
			),
		);
		assert.ok(planned.includes("A crew comes on Friday.") && !planned.includes("Ada Ash"));
		assert.ok(!planned.includes("This is not fixed"));
	});

	it("opens with its own key only", async () => {
		const [one, two] = [await received(), await received()];
		const crossed = { reference: one.reference, key: two.link.split("/")[3] };
		await assert.rejects(ask("GET", "/track/:reference/:key", crossed), NotFound);
		await assert.rejects(ask("POST", "/track/:reference/:key/information", crossed), NotFound);
	});

	it("takes in more words and photos, and shows them to whoever sent them", async () => {
		const { reference, link } = await received();
		const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "green" } })
			.jpeg()
			.toBuffer();
		const done = await post(link, "information", {
			form: { information: "It is an oak" },
			files: [upload("oak.jpg", photo)],
		});
		assert.ok(done.kind === "redirect" && done.to === `${link}?done=added`);
		const seen = await open(link, { query: { done: "added" } });
		assert.ok(seen.includes("It is an oak") && seen.includes("Thank you."));
		const src = /src="([^"]+)\/thumbnail"/.exec(seen)?.[1] ?? assert.fail("no photo");
		const params = { ...paramsOf(link), file: src.split("/").at(-1) };
		const bytes = await ask("GET", "/track/:reference/:key/photos/:file", params);
		assert.ok(bytes.kind === "body" && bytes.type === "image/jpeg");
		await followRequest(council.resident(), reference, { email: "amir@example.org" });
		const follower = await trackByReference(council.db, council.house, reference, "amir@example.org");
		const theirs = await open(follower ?? "");
		assert.ok(!theirs.includes("oak") && !theirs.includes("fence") && theirs.includes("Stop following"));
		await assert.rejects(
			ask("GET", "/track/:reference/:key/photos/:file", { ...paramsOf(follower ?? ""), file: params.file }),
			NotFound,
		);
	});

	it("says what is wrong with what was sent, and keeps what was typed", async () => {
		const { link } = await received();
		assert.ok(shown(await post(link, "information", { form: {} })).includes("Write what you want to tell us"));
		const fake = upload("evil.jpg", Buffer.from("<script>alert(1)</script>"));
		const refused = shown(await post(link, "information", { form: { information: "See <this>" }, files: [fake] }));
		assert.ok(
			refused.includes("evil.jpg is not a photo we can take") && refused.includes("See &lt;this&gt;</textarea>"),
		);
		const long = shown(await post(link, "information", { form: { information: "z".repeat(4001) } }));
		assert.ok(long.includes("Shorten what you wrote") && long.includes("z".repeat(4001)));
		assert.ok(
			shown(await post(link, "reopening", { form: { reason: "Slow" } })).includes("We are still working on this"),
		);
	});

	it("takes no more photos from a network that has sent too much today, and says so", async () => {
		const { link } = await received();
		await council.pool.query(
			`insert into files.file (id, store_key, name, media_type, bytes, sha256, uploaded_at, sender)
			values (gen_random_uuid(), 'much', 'a.pdf', 'application/pdf', 2000000000, sha256('a'), now(), $1)`,
			[senderOf(council.resident(), visitTo("/").address)],
		);
		const photo = upload("oak.jpg", Buffer.from("any"));
		const form = { information: "An oak" };
		const refused = shown(await post(link, "information", { form, files: [photo] }));
		assert.ok(refused.includes("too many files were sent from your network today") && refused.includes("An oak"));
		assert.equal((await post(link, "information", { form })).kind, "redirect", "words are taken all the same");
		await council.pool.query("delete from files.file where store_key = 'much'");
	});

	it("lets whoever finds it not fixed say so until the day promised, and goes back to the team", async () => {
		const { reference, link } = await received();
		await closeRequest(council.as("ada"), { reference, revision: 1 }, { outcome: "done" });
		const closed = await open(link);
		assert.ok(closed.includes("This is not fixed") && closed.includes("until Monday 30 March 2026"));
		assert.ok(closed.includes("The tree was taken away.") && !closed.includes("Tell us more"));
		assert.ok(!(await open(link, { now: later(29) })).includes("This is not fixed"));
		const done = await post(link, "reopening", { form: { reason: "The stump is still there" }, now: later(2) });
		assert.ok(done.kind === "redirect");
		const again = await open(link, { now: later(2) });
		assert.ok(again.includes("You told us that it is not fixed") && again.includes("The stump is still there"));
		assert.ok(again.includes("Now: </span>Received"));
	});

	it("lets a follower stop, after which their link opens nothing", async () => {
		const { reference, link } = await received();
		await followRequest(council.resident(), reference, { email: "amir@example.org" });
		const follower = (await trackByReference(council.db, council.house, reference, "amir@example.org")) ?? "";
		await assert.rejects(post(link, "stopping", {}), NotFound);
		const stopped = await post(follower, "stopping", {});
		assert.ok(stopped.kind === "redirect" && stopped.to === "/track/stopped");
		await assert.rejects(open(follower), NotFound);
		assert.ok(shown(await ask("GET", "/track/stopped", {})).includes("You have stopped following it"));
	});
});
