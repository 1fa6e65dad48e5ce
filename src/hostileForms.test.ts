/** Every field of every form of the pack is given what nobody should type. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { XMLValidator } from "fast-xml-parser";
import sharp from "sharp";
import { bundles, hostileTexts, naughtyTexts } from "./hostileTexts.ts";
import { type Control, essence, formsIn, mustHoldItsShape, mustStandEscaped, typedKinds } from "./markup.testing.ts";
import type { PageOfQuestions, Question } from "./modules/forms/index.ts";
import { publicServices, type Service } from "./modules/services/index.ts";
import { councilPart } from "./platform/council/index.ts";
import { askedOn, fieldsFor, fieldsOn } from "./sites/public/journey/answering.ts";
import { type Answered, type Caller, mustBeCalm, nothingIsDue, openProgram, type Program, until } from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("every field of every form of the pack", () => {
	let program: Program;
	before(async () => {
		program = await openProgram();
	});
	after(() => program.close());

	const naughty = naughtyTexts();
	const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: "#8a9" } })
		.jpeg()
		.toBuffer()
		.then((bytes) => new Uint8Array(bytes));

	/** A customer at one page of a service's form. */
	type At = { caller: Caller; service: Service; page: PageOfQuestions; address: string };

	/** Sends good answers, with a photo where the page cannot do without a file. */
	async function answer({ caller, address, service, page }: At, text: string): Promise<Answered> {
		const fields = fieldsOn(address, text, service.form, councilPart.of(program.house));
		const needed = page.questions.filter(({ kind, optional }) => kind === "files" && !optional);
		if (needed.length === 0) return caller.post(address, fields);
		const body = new FormData();
		for (const [name, value] of [["_csrf", await caller.token()] as const, ...fields]) body.append(name, value);
		for (const { id } of needed) body.append(id, new Blob([await photo], { type: "image/jpeg" }), "photo.jpg");
		return caller.ask(address, { method: "POST", body });
	}

	/** The names of a question's boxes. */
	function boxesOf(question: Question): string[] {
		if (question.kind === "photos" || question.kind === "files") return [question.id];
		const named = fieldsFor(question, councilPart.of(program.house)).map(([name]) => name);
		return question.kind === "place" ? [...named, `${question.id}[postcode]`, `${question.id}[description]`] : named;
	}

	/** Goes from page to page with good answers, and stops at each for `visit`; answers the address of the answers. */
	async function walk(caller: Caller, service: Service, visit: (at: At) => Promise<void>): Promise<string> {
		let address = `/services/${service.id}/form`;
		for (let steps = 0; steps < 60; steps++) {
			if (address.endsWith("/answers")) return address;
			const shown = await caller.ask(address);
			const on = /<a href="([^"]+)" role="button"/.exec(shown.text)?.[1];
			if (shown.status === 303) address = shown.headers.get("location") ?? "";
			else if (/\/(risk|stop|check|nearby)\//.test(address) && on) address = on.replaceAll("&amp;", "&");
			else {
				const page = askedOn(address, shown.text, service.form);
				assert.ok(page, `a page of questions at ${address}: ${shown.status}`);
				if (page.questions.length > 0) await visit({ caller, service, page, address });
				const next = await answer({ caller, service, page, address }, shown.text);
				assert.equal(next.status, 303, `${address} takes good answers: ${next.text.slice(0, 2_000)}`);
				address = next.headers.get("location") ?? "";
			}
		}
		assert.fail(`the form of ${service.id} did not come to its answers`);
	}

	async function type({ caller, page, address, service }: At, text: string): Promise<Answered> {
		const fields = page.questions.flatMap(boxesOf).map((name) => [name, text] as const);
		const answered = await caller.post(address, fields);
		const what = `${service.id}/${page.id} given ${JSON.stringify(text.slice(0, 80))}`;
		mustBeCalm(answered, what);
		assert.ok(answered.status === 303 || answered.status === 422, `${what}: ${answered.status}`);
		return answered;
	}

	const oneBox = ["text", "long-text", "name", "email", "phone", "number"];

	/** What was typed stands in its boxes again, and nowhere is it markup. */
	function mustBeKept({ service, page }: At, text: string, answered: Answered): void {
		if (answered.status === 303) return;
		const what = `${service.id}/${page.id} given ${JSON.stringify(text.slice(0, 80))}`;
		assert.match(answered.text, /There is a problem/, what);
		const document = mustHoldItsShape(answered.text, what);
		const form = formsIn(document).find(({ method }) => method === "post");
		assert.ok(form, what);
		for (const question of page.questions) {
			for (const name of boxesOf(question)) {
				const control: Control | undefined = form.controls.find((one) => one.name === name);
				if (!control || !typedKinds.includes(control.kind) || question.kind === "date") continue;
				assert.equal(essence(control.value), essence(text.slice(0, 20_000)), `${what}: ${name} keeps it`);
			}
		}
	}

	it("every field of every form answers each hostile text with words, keeps it, and never makes it markup", async () => {
		const faults = program.lines.length;
		const seen = new Set<string>();
		let turn = 0;
		for (const service of publicServices(program.house)) {
			await walk(program.visitor(), service, async (at) => {
				// Every text goes through each kind of question; through the other pages of seventy services they go by turns.
				const fresh = newKinds(at, seen);
				const look = fresh ? mustBeKept : mustStand;
				const texts = fresh ? hostileTexts : [0, 1, 2].map(() => hostileTexts[turn++ % hostileTexts.length] ?? "");
				for (const text of texts) look(at, text, await type(at, text));
			});
		}
		assert.ok(seen.size > 6);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	/** The first page that asks a question of some kind is read as a browser would; of the others a quicker look is taken. */
	function newKinds({ page }: At, seen: Set<string>): boolean {
		const fresh = page.questions.filter(({ kind }) => !seen.has(kind));
		for (const { kind } of fresh) seen.add(kind);
		return fresh.length > 0;
	}

	function mustStand({ page, service }: At, text: string, { status, text: shown }: Answered): void {
		const kept = status === 422 && page.questions.every(({ kind }) => oneBox.includes(kind));
		mustStandEscaped(shown, text, `${service.id}/${page.id} given ${JSON.stringify(text.slice(0, 80))}`, kept);
	}

	it("every field of every form answers the big list of naughty strings", {
		skip: naughty.length === 0 && "there is no folder of shared data",
	}, async () => {
		const faults = program.lines.length;
		const seen = new Set<string>();
		const together = bundles(naughty, 900);
		let turn = 0;
		for (const service of publicServices(program.house)) {
			await walk(program.visitor(), service, async (at) => {
				// Each string goes alone through a question of each kind, and with others through the pages by turns.
				const fresh = newKinds(at, seen);
				const bundle = together[turn++ % together.length] ?? "";
				for (const text of fresh ? naughty : [bundle]) mustStand(at, text, await type(at, text));
			});
		}
		assert.deepEqual(program.lines.slice(faults), []);
	});

	/** Good answers, with the text where text is asked for, as much of it as fits. */
	function withText(service: Service, { questions }: PageOfQuestions, text: string): [string, string][] {
		return questions.flatMap((question): [string, string][] => {
			const fields = fieldsFor(question, councilPart.of(program.house), service.form);
			if (question.kind === "place") return [...fields, [`${question.id}[description]`, text.slice(0, 400)]];
			const most =
				question.kind === "name" ? 100 : question.kind === "text" || question.kind === "long-text" ? question.most : 0;
			return most === 0 ? fields : fields.map(([name]) => [name, text.slice(0, Math.min(most, 900))]);
		});
	}

	it("what was taken in is text on every page, in every message and in every answer to other systems", async () => {
		const faults = program.lines.length;
		const all = publicServices(program.house);
		const texts = bundles([...hostileTexts, ...naughty], 880);
		const customer = program.visitor();
		for (const [at, text] of texts.entries()) {
			const service = all[at % all.length];
			assert.ok(service);
			const answers = await walk(customer, service, async () => {});
			for (const { page } of service.form.pages) {
				if (page.questions.some(({ kind }) => kind === "group")) continue;
				const address = answers.replace(/answers$/, page.id);
				if ((await customer.ask(address)).status !== 200) continue;
				const taken = await customer.post(address, withText(service, page, text));
				assert.equal(
					taken.status,
					303,
					`${address} takes ${JSON.stringify(text.slice(0, 80))}: ${taken.text.slice(-4000)}`,
				);
			}
			const shown = await customer.ask(answers);
			assert.equal(shown.status, 200, answers);
			mustHoldItsShape(shown.text, `the answers of ${service.id}`);
			assert.equal((await customer.post(answers, [])).status, 303);
			const sent = await customer.ask(answers.replace(/answers$/, "sent"));
			const track = [...mustHoldItsShape(sent.text, "sent").querySelectorAll("a")]
				.map((link) => link.getAttribute("href") ?? "")
				.find((href) => href.startsWith("/track/"));
			assert.ok(track, "the confirmation has a link to the track page");
			await mustBeShownAsText(customer, track);
		}
		await until("the messages are written and sent", () => nothingIsDue(program));
		await mustBeShownAtTheDesk(texts);
		await mustBeWhole(program.house.db);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	async function mustBeShownAsText(caller: Caller, address: string): Promise<string> {
		const answered = await caller.follow(address);
		mustBeCalm(answered, address);
		const type = answered.headers.get("content-type") ?? "";
		if (type.startsWith("text/html")) mustHoldItsShape(answered.text, address);
		else if (type.includes("json")) JSON.parse(answered.text);
		else if (type.includes("xml")) assert.equal(XMLValidator.validate(answered.text), true, address);
		return answered.text;
	}

	async function mustBeShownAtTheDesk(texts: readonly string[]): Promise<void> {
		const { db } = program.house;
		const officer = await program.officer("O'Hara <breakout> & \u202eSons");
		const requests = await db.selectFrom("requests.request_view").select("reference").execute();
		const messages = await db.selectFrom("messages.message_view").select(["id", "subject", "recipient"]).execute();
		assert.ok(requests.length >= texts.length && messages.length >= texts.length);
		for (const { subject, recipient } of messages) assert.doesNotMatch(`${subject}${recipient}`, /[\r\n]/, "one line");
		for (const address of [
			...requests.map(({ reference }) => `/desk/requests/${reference}`),
			...requests.slice(0, 3).map(({ reference }) => `/desk/requests/${reference}/moves`),
			...messages.map(({ id }) => `/desk/messages/${id}`),
			"/desk/requests",
			"/desk/messages",
			"/open311/v2/requests.json",
			"/open311/v2/requests.xml",
		]) {
			await mustBeShownAsText(officer, address);
		}
		for (const text of [...hostileTexts, ...naughty.filter((_, at) => at % 10 === 0)]) {
			if (encodeURIComponent(text.toWellFormed()).length > 3_000) continue;
			const asked = new URLSearchParams({ q: text });
			await mustBeShownAsText(officer, `/desk/requests?${asked}`);
			await mustBeShownAsText(officer, `/search?${asked}`);
		}
	}
});
