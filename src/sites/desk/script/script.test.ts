import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import type { Shown } from "../../public/journey/testing.ts";
import { openDesk } from "./testing.ts";

const start = "/desk/services/ask-for-a-chimney-sweep/script";
const referenceIn = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const whole: [string, string][] = [
	["burning", "no"],
	["fuel", "wood"],
	["chimneys[0][room]", "Kitchen"],
	["chimneys[0][stove]", "yes"],
	["chimneys[0][maker]", "Clear & Sons"],
	["fullName", "Amina Yusuf"],
	["email", "amina@mail.example"],
];

describe("A form on one screen, without script", () => {
	let desk: Awaited<ReturnType<typeof openDesk>>;
	before(async () => {
		desk = await openDesk();
	});
	after(() => desk.close());

	const adviser = () => desk.officer(["forms.fill", "customers.read", "requests.read"]);
	const actionOf = ({ text }: Shown) => /<form class="fd-split" action="([^"]+)"/.exec(text)?.[1] ?? assert.fail(text);
	const markOf = ({ text }: Shown) => /name="_was" value="([^"]*)"/.exec(text)?.[1] ?? "";
	const post = (
		browser: Awaited<ReturnType<typeof adviser>>["browser"],
		from: Shown,
		fields: readonly (readonly [string, string])[],
		then = "update",
	) => browser.post(from, actionOf(from), [["_was", markOf(from)], ...fields, ["_do", then]]);
	const requests = () => desk.db.selectFrom("requests.request").selectAll().execute();

	it("shows every question of the path at once, and leaves no trace until something is answered", async () => {
		const { browser } = await adviser();
		const shown = await browser.get(start);
		for (const words of ["Is it burning now?", "What do you burn?", "Which chimneys?", "Who you are", "call <a"]) {
			assert.ok(shown.text.includes(words), words);
		}
		assert.ok(!shown.text.includes("What else do you burn?"));
		assert.equal((await desk.db.selectFrom("forms.draft").select("id").execute()).length, 0);
	});

	it("asks what an answer leads to once the questions are updated, and keeps all that was typed", async () => {
		const { browser } = await adviser();
		const shown = await post(browser, await browser.get(start), [
			["fuel", "other"],
			["email", "not an address"],
		]);
		assert.equal(shown.status, 200);
		assert.ok(shown.text.includes("What else do you burn?"));
		assert.ok(shown.text.includes('value="not an address"') && !shown.text.includes("There is a problem"));
		const again = await browser.get(actionOf(shown));
		assert.match(again.text, /value="other" checked/);
	});

	it("ends at advice that lets nobody on: it is said where it arises, and nothing can be sent", async () => {
		const { browser } = await adviser();
		const shown = await post(browser, await browser.get(start), [
			["burning", "yes"],
			["fullName", "Amina Yusuf"],
		]);
		assert.ok(shown.text.includes("This is for the fire brigade") && shown.text.includes("no request is made"));
		assert.ok(!shown.text.includes("What do you burn?") && !shown.text.includes('value="send"'));
		const before = (await requests()).length;
		const sent = await post(browser, shown, [["burning", "yes"]], "send");
		assert.ok(sent.text.includes("This is for the fire brigade"));
		assert.equal((await requests()).length, before);
	});

	it("says what is missing with a link to each box, and names the item of a group", async () => {
		const { browser } = await adviser();
		const fields = whole.filter(([name]) => name !== "email" && name !== "chimneys[0][maker]");
		const shown = await post(browser, await browser.get(start), fields, "send");
		assert.equal(shown.status, 422);
		assert.match(shown.text, /<a href="#email">Enter your email address<\/a>/);
		assert.ok(shown.text.includes("Chimney 1: Enter who made it"));
		assert.match(shown.text, /id="chimneys\[0\]\[maker\]-error"/);
	});

	it("adds an item to a group and takes one away, with what was typed for the others", async () => {
		const { browser } = await adviser();
		const first = await post(browser, await browser.get(start), [["chimneys[0][room]", "Kitchen"]], "more:chimneys");
		assert.ok(first.text.includes("Chimney 2") && first.text.includes('value="Kitchen"'));
		const items = [
			["chimneys[0][room]", "Kitchen"],
			["chimneys[1][room]", "Hall"],
		] as const;
		const left = await post(browser, first, items, "drop:chimneys.0");
		assert.ok(left.text.includes('value="Hall"') && !left.text.includes('value="Kitchen"'));
	});

	it("makes a request by the officer for the customer, once, and says what to tell them", async () => {
		const { browser, actor } = await adviser();
		const shown = await browser.get(start);
		const sent = await post(browser, shown, [...whole, ["_by", "desk"]], "send");
		assert.match(sent.path, /\/sent$/);
		const [reference = ""] = referenceIn.exec(sent.text) ?? [];
		assert.ok(sent.text.includes("within 5 working days") && sent.text.includes("amina@mail.example"));
		const rows = await desk.db
			.selectFrom("requests.request as r")
			.innerJoin("requests.entry as e", "e.request_id", "r.id")
			.innerJoin("customers.customer as c", "c.id", "r.customer_id")
			.select(["r.channel", "e.actor_kind", "e.actor_id", "c.name"])
			.where("r.reference", "=", reference)
			.execute();
		const expected = { channel: "desk", actor_kind: "officer", actor_id: actor.id, name: "Amina Yusuf" };
		assert.deepEqual(rows, [expected]);
		const before = (await requests()).length;
		const draft = sent.path.replace("/sent", "");
		const again = await browser.post(shown, draft, [["_was", markOf(shown)], ...whole, ["_do", "send"]]);
		assert.ok(again.text.includes(reference));
		assert.equal((await requests()).length, before);
	});

	it("makes one request of two presses on the first screen", async () => {
		const { browser } = await adviser();
		const shown = await browser.get(start);
		const draft = /name="_draft" value="([^"]+)"/.exec(shown.text)?.[1] ?? assert.fail("it begins no draft");
		const before = (await requests()).length;
		const press = () => post(browser, shown, [["_draft", draft], ...whole], "send");
		const [one, two] = await Promise.all([press(), press()]);
		assert.equal(referenceIn.exec(one.text)?.[0], referenceIn.exec(two.text)?.[0]);
		assert.equal((await requests()).length, before + 1);
	});

	it("loses nothing of a call that broke off, and shows it to nobody else", async () => {
		const { browser, actor } = await adviser();
		const shown = await post(browser, await browser.get(start), [["fullName", "Zoë Broken-Off"]]);
		const list = await (await desk.officer([], actor)).browser.get("/desk/forms");
		assert.ok(list.text.includes("Zoë Broken-Off"));
		const { browser: other } = await adviser();
		assert.ok(!(await other.get("/desk/forms")).text.includes("Zoë Broken-Off"));
		assert.equal((await other.get(actionOf(shown))).status, 404);
	});

	it("begins nothing in the place of another officer's draft, nor of the officer's own for another service", async () => {
		const { browser, actor } = await adviser();
		const shown = await post(browser, await browser.get(start), [["fullName", "Zoë Kept"]]);
		const draft = actionOf(shown).split("/").at(-1) ?? "";
		const kept = () => desk.db.selectFrom("forms.draft").selectAll().where("id", "=", draft).execute();
		const before = await kept();
		const { browser: other } = await adviser();
		const taken = [...whole, ["_draft", draft]] as const;
		assert.equal((await post(other, await other.get(start), taken, "send")).status, 404);
		const mug = "/desk/services/staff-ask-for-a-mug/script";
		const own = (await desk.officer([], actor)).browser;
		assert.equal((await own.post(await own.get(mug), mug, [...taken, ["_do", "send"]])).status, 404);
		assert.deepEqual(await kept(), before);
	});

	it("overwrites nothing that another window has kept, unless the officer says so", async () => {
		const { browser, actor } = await adviser();
		const { browser: second } = await desk.officer([], actor);
		const shown = await post(browser, await browser.get(start), [["fuel", "wood"]]);
		const elsewhere = await second.get(actionOf(shown));
		await post(second, elsewhere, [
			["fuel", "other"],
			["which", "Coal"],
		]);
		const late = await post(browser, shown, [
			["fuel", "wood"],
			["fullName", "Amina"],
		]);
		assert.ok(late.text.includes("changed in another window") && late.text.includes("Coal"));
		assert.match((await second.get(actionOf(shown))).text, /value="Coal"/);
		const keep =
			/<button[^>]*value="([^"]+)"[^>]*name="_keep"|name="_keep"[^>]*value="([^"]+)"/
				.exec(late.text)
				?.slice(1)
				.find(Boolean) ?? assert.fail("no way to keep it");
		const mine = await browser.post(late, actionOf(late), [
			["_was", markOf(late)],
			["fuel", "wood"],
			["fullName", "Amina"],
			["_keep", keep],
		]);
		assert.ok(!mine.text.includes("changed in another window"));
		assert.match((await second.get(actionOf(shown))).text, /value="Amina"/);
	});

	it("begins with a known customer's details, and notes who read them and why", async () => {
		const { browser } = await adviser();
		await post(browser, await browser.get(start), [...whole], "send");
		const found = await browser.get("/desk/forms?who=amina%40mail.example");
		const link = /\/desk\/forms\?customer=([0-9a-f-]{36})/.exec(found.text)?.[1] ?? assert.fail(found.text);
		const shown = await browser.get(`${start}?customer=${link}`);
		assert.ok(shown.text.includes('value="Amina Yusuf"') && shown.text.includes('value="amina@mail.example"'));
		const noted = await desk.db
			.selectFrom("audit.entry")
			.select(["action", "purpose", "after"])
			.where("action", "in", ["customers.searched", "customer.read"])
			.execute();
		assert.ok(noted.some(({ action }) => action === "customer.read"));
		assert.ok(noted.every(({ purpose }) => purpose === "to make a request for the customer"));
		assert.ok(!JSON.stringify(noted).includes("amina@mail.example"));
		const { browser: blind } = await desk.officer(["forms.fill"]);
		assert.ok(!(await blind.get(`${start}?customer=${link}`)).text.includes("Amina Yusuf"));
	});

	it("is put away for the customer to finish, and opened again by an officer who is told the code", async () => {
		const { browser } = await adviser();
		const shown = await post(browser, await browser.get(start), [["fullName", "Zoë Later"]]);
		const saved = await browser.post(shown, actionOf(shown), [
			["_was", markOf(shown)],
			["fullName", "Zoë Later"],
			["email", "zoe@"],
			["_do", "later"],
		]);
		const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(saved.text)?.[0] ?? assert.fail(saved.text);
		const { browser: other } = await adviser();
		const chooser = await other.get("/desk/forms");
		const wrong = await other.post(chooser, "/desk/forms/openings", [["code", "2222-2222-2222"]]);
		assert.ok(wrong.text.includes("No form has this code"));
		const opened = await other.post(chooser, "/desk/forms/openings", [["code", code.toLowerCase()]]);
		assert.ok(opened.text.includes('value="Zoë Later"') && opened.text.includes('value="zoe@"'));
	});

	it("finds services as customers do, and offers none to officers who may not ask", async () => {
		const { browser } = await adviser();
		assert.ok((await browser.get("/desk/forms?q=soot")).text.includes(`${start}"`));
		const { browser: other } = await desk.officer(["requests.read"]);
		assert.equal((await other.get("/desk/forms")).status, 403);
		assert.equal((await other.get(start)).status, 403);
	});

	it("keeps or refuses whatever comes, in any shape, and never fails", async () => {
		const { browser } = await adviser();
		const from = await browser.get(start);
		const names = ["fuel", "fuel[a]", "chimneys", "chimneys[x][room]", "chimneys[0]", "email", "_was", "_do", "_keep"];
		for (const text of hostileTexts.filter((one) => one.length < 10_000)) {
			const shown = await browser.post(
				from,
				start,
				names.map((name) => [name, text] as const),
			);
			assert.ok([200, 400, 413, 422].includes(shown.status), `${shown.status} for ${JSON.stringify(text)}`);
			assert.ok(!shown.text.includes("<script>alert(1)"));
		}
		for (const change of [
			"more:",
			"drop:chimneys",
			"drop:chimneys.999",
			"more:__proto__",
			"more:fuel",
			"more:chimneys.0.room",
		]) {
			assert.equal((await post(browser, from, whole, change)).status, 200, change);
		}
		assert.deepEqual(desk.deskServer.lines, []);
	});
});
