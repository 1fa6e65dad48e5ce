/** Every other form there is, found on the pages as people find it: at the desk, on the track page, at the sign-in. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { routes } from "./house.ts";
import { services } from "./modules/services/index.ts";
import { bundles, hostileTexts, naughtyTexts } from "./hostileTexts.ts";
import {
	type Control,
	essence,
	formsIn,
	mustHoldItsShape,
	mustStandEscaped,
	type Shown,
	typedKinds,
} from "./markup.testing.ts";
import { type Answered, type Caller, mustBeCalm, nothingIsDue, openProgram, type Program, until } from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("every other form", () => {
	let program: Program;
	before(async () => {
		program = await openProgram();
	});
	after(() => program.close());

	const naughty = naughtyTexts();

	/** Every field that a person may set gets the text; what is hidden stays. */
	function filled({ controls }: Shown, text: string): [string, string][] {
		const seen = new Set<string>();
		return controls.flatMap(({ name, kind, value }): [string, string][] => {
			if (name === "_csrf" || kind === "file" || seen.has(name)) return [];
			seen.add(name);
			return [[name, kind === "hidden" ? value : text]];
		});
	}

	async function send(caller: Caller, form: Shown, text: string): Promise<Answered> {
		const fields = filled(form, text);
		const isLong = new URLSearchParams(fields).size > 0 && new URLSearchParams(fields).toString().length > 3_000;
		if (form.method === "post") return caller.post(form.action, fields);
		return isLong ? caller.ask(form.action) : caller.ask(`${form.action}?${new URLSearchParams(fields)}`);
	}

	/** The same form on the page that came back holds what was typed, save a password, which no page ever holds. */
	function mustBeKept(form: Shown, text: string, answered: Answered, what: string): void {
		const isPage = answered.headers.get("content-type")?.startsWith("text/html") ?? false;
		if (!isPage || answered.status === 303) return;
		const isRefused = form.method === "post" && answered.status >= 400;
		mustStandEscaped(answered.text, text, what, false);
		if (!isRefused && !answered.text.includes("<breakout")) return;
		const document = mustHoldItsShape(answered.text, what);
		const again = formsIn(document).find((one) => one.action === form.action && one.method === form.method);
		if (!again || !isRefused) return;
		for (const { name, kind } of form.controls) {
			const control: Control | undefined = again.controls.find((one) => one.name === name);
			if (control && kind === "password") assert.equal(control.value, "", `${what}: ${name}`);
			// What no day, month or year can be is cut short.
			if (/\[(day|month|year)\]$/.test(name)) continue;
			if (control && typedKinds.includes(kind)) {
				assert.equal(essence(control.value), essence(text.slice(0, 20_000)), `${what}: ${name} keeps it`);
			}
		}
	}

	async function formsAt(caller: Caller, address: string): Promise<Shown[]> {
		const answered = await caller.follow(address);
		assert.equal(answered.status, 200, address);
		return formsIn(mustHoldItsShape(answered.text, address)).map((form) => ({
			...form,
			action: form.action || address,
		}));
	}

	/** Forms that stand on many pages, such as the search. */
	const given = new Set<string>();

	async function giveEverything(caller: Caller, address: string, texts: readonly string[]): Promise<number> {
		const found = (await formsAt(caller, address)).filter(({ action }) => !action.endsWith("/sign-out"));
		const forms = found.filter(({ method, action, controls }) => {
			const key = `${method} ${action} ${controls.map(({ name }) => name).join()}`;
			return !given.has(key) && given.add(key);
		});
		for (const form of forms) {
			for (const text of texts) {
				const what = `${form.method} ${form.action} from ${address} given ${JSON.stringify(text.slice(0, 80))}`;
				const answered = await send(caller, form, text);
				mustBeCalm(answered, what);
				mustBeKept(form, text, answered, what);
			}
		}
		return found.length;
	}

	const nouns = ["ownership", "assignment", "moves", "hand-overs", "notes", "questions", "closure"];

	it("every form at the desk answers each hostile text with words, keeps it, and never makes it markup", async () => {
		const faults = program.lines.length;
		const officer = await program.officer();
		const { reference } = await program.request();
		const address = `/desk/requests/${reference}`;
		for (const noun of nouns) assert.ok((await giveEverything(officer, `${address}/${noun}`, hostileTexts)) > 0, noun);
		const plain = routes.filter(({ method, path, site }) => site === "desk" && method === "GET" && !path.includes(":"));
		for (const { path } of plain) {
			if ((await officer.follow(path)).status === 200) await giveEverything(officer, path, hostileTexts);
		}
		const page = await officer.ask(address);
		mustBeCalm(page, address);
		mustHoldItsShape(page.text, address);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	it("an officer who was overtaken finds what was typed, whatever it was", async () => {
		const faults = program.lines.length;
		const officer = await program.officer();
		const { reference } = await program.request();
		const address = `/desk/requests/${reference}`;
		for (const noun of nouns.filter((one) => one !== "notes")) {
			const forms = (await formsAt(officer, `${address}/${noun}`)).filter(({ action }) => action.startsWith(address));
			assert.ok(forms.length > 0, noun);
			for (const form of forms) {
				const old = form.controls.map((one) => (one.name === "revision" ? { ...one, value: "0" } : one));
				for (const text of [...hostileTexts.slice(0, 25), ...bundles(naughty, 3_000)]) {
					const overtaken = { ...form, controls: old };
					const answered = await send(officer, overtaken, text);
					const what = `${form.action} given ${JSON.stringify(text.slice(0, 80))}`;
					mustBeCalm(answered, what);
					assert.ok(answered.status === 409 || answered.status === 422, `${what}: ${answered.status}`);
					mustBeKept(form, text, answered, what);
				}
			}
		}
		assert.equal(await entriesOf(reference), 1, "nothing of it was saved");
		assert.deepEqual(program.lines.slice(faults), []);
	});

	async function entriesOf(reference: string): Promise<number> {
		const { entries } = await program.house.db
			.selectFrom("requests.entry as e")
			.innerJoin("requests.request as r", "r.id", "e.request_id")
			.where("r.reference", "=", reference)
			.select((one) => one.fn.countAll<number>().as("entries"))
			.executeTakeFirstOrThrow();
		return Number(entries);
	}

	it("what the customer and people outside are asked answers each hostile text, and no link opens what it should not", async () => {
		const faults = program.lines.length;
		const officer = await program.officer();
		const customer = program.visitor();
		const service = services(program.house).find((one) => one.opinions.size > 0);
		assert.ok(service, "the pack asks for an opinion");
		const { reference, link } = await program.request(service);
		const desk = `/desk/requests/${reference}`;
		const question = { set: "own", question: `<breakout> "why"?`, days: "5" };
		const asked = await officer.post(
			`${desk}/questions`,
			Object.entries({ ...question, revision: await currentRevision(reference) }),
		);
		assert.equal(asked.status, 303, asked.text);
		const sheet =
			/href="([^"]+\/questions\/[^"]+)"/.exec((await customer.ask(link)).text)?.[1] ?? assert.fail("no question");
		const opinion = [...service.opinions.keys()][0] ?? "";
		const whom = { opinion, name: "<breakout> & Sons", email: "kit@partner.example", words: `<breakout onload="x">` };
		const sent = await officer.post(
			`${desk}/opinions`,
			Object.entries({ ...whom, revision: await currentRevision(reference) }),
		);
		assert.equal(sent.status, 303, sent.text);
		// The link stands in the letter alone: the message forgets it as soon as it is sent.
		const letters = () =>
			program.house.db.selectFrom("demo.delivery").select("text").where("recipient", "=", whom.email).execute();
		await until("the letter is delivered", async () => (await letters()).length > 0);
		const [letter] = await letters();
		const token = /\/opinions\/[\w-]{43}/.exec(letter?.text ?? "")?.[0] ?? assert.fail("no link");
		mustHoldItsShape((await customer.ask(token)).text, "an opinion's first page");
		for (const address of [sheet, `${token}?page=questions-1`]) {
			assert.ok((await giveEverything(customer, address, [...hostileTexts, ...bundles(naughty, 900)])) > 0, address);
		}
		for (const wrong of [
			`${token}x`,
			token.slice(0, -1),
			token.toLowerCase(),
			`${token}/files/${crypto.randomUUID()}`,
		]) {
			const answered = await customer.ask(wrong);
			mustBeCalm(answered, wrong);
			assert.equal(answered.status, 404, wrong);
			assert.ok(!answered.text.includes(reference), wrong);
		}
		const stolen = sheet.replace(link, (await program.request(service)).link);
		assert.equal((await customer.ask(stolen)).status, 404, "a question opens by its own request's link only");
		await until("the messages are written and sent", () => nothingIsDue(program));
		await mustBeWhole(program.house.db);
		mustHoldItsShape((await officer.ask(desk)).text, "the request at the desk");
		mustHoldItsShape((await customer.ask(link)).text, "the request on the track page");
		assert.deepEqual(program.lines.slice(faults), []);
	});

	async function currentRevision(reference: string): Promise<string> {
		const { revision } = await program.house.db
			.selectFrom("requests.request")
			.select("revision")
			.where("reference", "=", reference)
			.executeTakeFirstOrThrow();
		return String(revision);
	}

	it("every form of the public site that needs no journey answers each hostile text, and so does the sign-in", async () => {
		const faults = program.lines.length;
		const customer = program.visitor();
		const { reference, link } = await program.request();
		const found = await program.house.db
			.selectFrom("requests.request_view")
			.select("service_id")
			.where("reference", "=", reference)
			.executeTakeFirstOrThrow();
		const followers = `/services/${found.service_id}/reports/${reference}/followers`;
		for (const address of ["/", "/search?q=x", "/track", link, followers, "/desk/sign-in"]) {
			if ((await customer.follow(address)).status === 404) continue;
			await giveEverything(customer, address, [...hostileTexts, ...bundles(naughty, 900)]);
		}
		await until("the messages are written and sent", () => nothingIsDue(program));
		await mustBeWhole(program.house.db);
		const officer = await program.officer();
		mustHoldItsShape((await officer.ask(`/desk/requests/${reference}`)).text, "the request at the desk");
		mustHoldItsShape((await customer.follow(link)).text, "the request on the track page");
		assert.deepEqual(program.lines.slice(faults), []);
	});
});
