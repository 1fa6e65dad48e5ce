import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { councilPart } from "../../../platform/council/index.ts";
import { tokenOn } from "../../../platform/http/testing.ts";
import { systemContext } from "../../../platform/context/index.ts";
import { storedAnswers } from "../../../modules/forms/index.ts";
import { lifeEvents, servicesModule } from "../../../modules/services/index.ts";
import { fieldsFor } from "../journey/answering.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "../journey/testing.ts";
import { kiteForm, newKite, stringForm } from "./twoForms.test-data.ts";

const start = "/life-events/a-new-kite";

describe("a life event", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([kiteForm, stringForm]);
		const own = lifeEvents.lifeEventsPart.of(site.house);
		lifeEvents.lifeEventsPart.put(site.house, [...own, ...shaped(newKite)]);
	});
	after(() => site.close());

	const fields: Readonly<Record<string, [string, string][]>> = {
		colour: [["colour", "red <b>"]],
		needs: [["rope", "yes"]],
		since: [
			["day[day]", "1"],
			["day[month]", "2"],
			["day[year]", "2020"],
		],
		you: [
			["fullName", "Zoë O’Neil"],
			["email", "zoe@example.org"],
		],
	};
	/** Answers every page up to the services that apply. */
	const answered = async (browser: Browser, changes: Record<string, [string, string][]> = {}): Promise<Shown> => {
		let page = await browser.get(`${start}/form`);
		for (const name of ["colour", "needs", "since", "you"]) {
			const action = /<form action="([^"]+)" method="post"/.exec(page.text)?.[1] ?? `${start}/form`;
			page = await browser.post(page, action, changes[name] ?? fields[name] ?? []);
		}
		return page;
	};
	const begin = (browser: Browser, plan: Shown, service: string) =>
		browser.post(plan, `${plan.path}/services/${service}`, []);

	it("asks once what several forms ask, then names the services that apply and why", async () => {
		const browser = site.browser();
		const list = await answered(browser);
		assert.equal(list.status, 200);
		for (const words of [
			"You may need these 2",
			"Kites are registered.",
			"A kite needs string.",
			"red &lt;b&gt;",
			"You have sent 0 of 2",
		])
			assert.ok(list.text.includes(words), words);
		const one = await answered(site.browser(), { needs: [["rope", "no"]] });
		assert.ok(one.text.includes("You may need this"));
		assert.ok(!one.text.includes("A kite needs string."));
	});

	it("begins each form with what was said: what is filled in is not asked, what is not is", async () => {
		const browser = site.browser();
		const list = await answered(browser);
		const kite = await begin(browser, list, kiteForm.id);
		assert.match(kite.path, /\/services\/register-a-kite\/form\/[0-9a-f-]{36}\/owner/);
		assert.ok(kite.text.includes("Who owns it?"));
		assert.match(kite.text, /value="2020"/);
		const checked = await browser.post(kite, kite.path, [
			["owner", "Sam Ward"],
			["since[day]", "1"],
			["since[month]", "2"],
			["since[year]", "2020"],
		]);
		assert.match(checked.path, /\/answers$/);
		for (const words of ["red &lt;b&gt;", "Zoë O’Neil", "zoe@example.org", "1 February 2020"])
			assert.ok(checked.text.includes(words), words);
		const string = await begin(browser, await browser.get(list.path), stringForm.id);
		assert.match(string.path, /\/metres/);
	});

	it("shows what was sent and what was not, and leads back from what was sent", async () => {
		const browser = site.browser();
		const list = await answered(browser);
		const string = await begin(browser, list, stringForm.id);
		assert.ok((await browser.get(list.path)).text.includes("Not sent yet"));
		const checked = await browser.post(string, string.path, [["metres", "12"]]);
		const sent = await browser.post(checked, checked.path, []);
		assert.ok(sent.text.includes("We have received it"), sent.text);
		assert.ok(sent.text.includes(`href="${list.path}"`));
		const after = (await browser.get(list.path)).text;
		assert.ok(after.includes("You have sent 1 of 2"));
		assert.ok(after.includes("Your reference is"));
		const again = await begin(browser, list, stringForm.id);
		assert.match(again.path, /\/sent$/);
	});

	it("begins a form once, whoever presses twice at the same moment", async () => {
		const browser = site.browser();
		const list = await answered(browser);
		const begun = await Promise.all([1, 2, 3, 4].map(() => begin(browser, list, kiteForm.id)));
		assert.equal(new Set(begun.map(({ path }) => path)).size, 1, begun.map(({ path }) => path).join());
	});

	it("fills nothing that the service would not have taken from the customer", async () => {
		const browser = site.browser();
		const list = await answered(browser, {
			colour: [["colour", "a colour of more than ten letters"]],
			since: [
				["day[day]", "1"],
				["day[month]", "2"],
				["day[year]", "2090"],
			],
		});
		const kite = await begin(browser, list, kiteForm.id);
		assert.match(kite.path, /\/colour/);
		assert.ok(!kite.text.includes("more than ten"));
		const owner = await browser.post(kite, kite.path, [["colour", "blue"]]);
		assert.doesNotMatch(owner.text, /value="2090"/);
	});

	it("takes changes, and asks anew only for what a change brings up", async () => {
		const browser = site.browser();
		const list = await answered(browser);
		const page = await browser.get(`${list.path}/needs`);
		const changed = await browser.post(page, `${list.path}/needs`, [["rope", "no"]]);
		assert.equal(changed.path, list.path);
		assert.ok(changed.text.includes("You may need this"));
		const refused = await browser.post(changed, `${list.path}/services/${stringForm.id}`, []);
		assert.equal(refused.path, list.path);
	});

	it("says what is wrong with an answer and keeps it, and shows nobody another's answers", async () => {
		const browser = site.browser();
		const first = await browser.get(`${start}/form`);
		const wrong = await browser.post(first, `${start}/form`, [["colour", " "]]);
		assert.equal(wrong.status, 422);
		assert.ok(wrong.text.includes("Answer colour"));
		const list = await answered(browser);
		const stranger = site.browser();
		await stranger.get("/services");
		for (const path of [
			list.path,
			`${list.path}/needs`,
			`${start}/no-such-plan`,
			`${start}/01950000-0000-7000-8000-000000000001/you`,
		]) {
			const shown = await stranger.get(path);
			assert.equal(shown.status, 404, path);
			assert.ok(!shown.text.includes("Zoë"));
		}
		assert.equal((await browser.get(`${list.path}/no-such-page`)).status, 404);
		assert.equal((await browser.get("/life-events/no-such-event")).status, 404);
		const token = tokenOn((await stranger.get(`${start}/form`)).text);
		assert.ok(token.length > 10);
	});

	it("sends who looks ahead back to the question that is due", async () => {
		const browser = site.browser();
		const first = await browser.get(`${start}/form`);
		const second = await browser.post(first, `${start}/form`, fields["colour"] ?? []);
		assert.match(second.path, /\/needs$/);
		const plan = second.path.replace(/\/needs$/, "");
		for (const path of [plan, `${plan}/you`]) assert.equal((await browser.get(path)).path, second.path);
		const early = await begin(browser, { ...second, path: plan }, kiteForm.id);
		assert.equal(early.path, second.path);
	});

	it("is forgotten 28 days after its last change", async () => {
		const list = await answered(site.browser());
		const id = list.path.split("/").at(-1) ?? "";
		const held = async () =>
			(await site.db.selectFrom("services.plan").select("id").where("id", "=", id).execute()).length;
		const sweep = servicesModule.daily.find(({ does }) => does.includes("plans"))?.run ?? assert.fail();
		await sweep(systemContext(site.house, "test"));
		assert.equal(await held(), 1);
		await sweep(systemContext(site.house, "test", new Date(Date.now() + 30 * 86_400_000)));
		assert.equal(await held(), 0);
	});

	it("of the pack leads to forms, each with its answers in it and none of them asked again", async () => {
		const council = councilPart.of(site.house);
		for (const event of lifeEvents.lifeEvents(site.house).filter(({ id }) => id !== newKite.id)) {
			const browser = site.browser();
			let page = await browser.get(`/life-events/${event.id}/form`);
			for (const { page: asked } of event.form.pages) {
				const action = /<form action="([^"#]+)" method="post"/.exec(page.text)?.[1];
				if (!action?.includes(asked.id) && !action?.endsWith("/form")) continue;
				const given = asked.questions.flatMap((question) =>
					question.kind === "choices"
						? question.options.filter(({ apart }) => !apart).map(({ value }): [string, string] => [question.id, value])
						: question.kind === "property"
							? [[`${question.id}[way]`, "by-hand"] satisfies [string, string], ...fieldsFor(question, council)]
							: fieldsFor(question, council),
				);
				page = await browser.post(page, action, given);
			}
			assert.match(page.text, /You may need (this|these \d)/, `${event.id} ${page.path} ${page.text.slice(0, 600)}`);
			const list = page;
			const services = [...list.text.matchAll(/\/services\/([a-z0-9-]+)" novalidate/g)].map(([, id]) => id ?? "");
			assert.ok(services.length > 1, event.id);
			for (const service of services) {
				const begun = await browser.post(list, `${list.path}/services/${service}`, []);
				assert.equal(begun.status, 200, `${event.id} ${service}`);
				const draft = begun.path.split("/")[4] ?? "";
				const row = await site.db
					.selectFrom("forms.draft")
					.select(["answers", "known"])
					.where("id", "=", draft)
					.executeTakeFirstOrThrow();
				const known = Object.keys(Object(row.known));
				const { fills } = event.starts.find(({ started }) => started.service === service)?.started ?? assert.fail();
				assert.ok(
					known.includes("fullName") || !Object.hasOwn(fills, "fullName"),
					`${event.id} ${service} ${known.join()}`,
				);
				assert.ok(
					Object.keys(storedAnswers(row.answers)).every((id) => known.includes(id)),
					service,
				);
			}
		}
	});

	it("is refused by the pack when it names what is not there, or fills what it cannot", () => {
		const faults = (changes: Record<string, unknown>, fills: Record<string, unknown> = {}) => {
			const [first, ...rest] = newKite.services;
			const event = { ...newKite, services: [{ ...first, fills }, ...rest], ...changes };
			const held = lifeEvents.lifeEventsPart.of(site.house);
			lifeEvents.lifeEventsPart.put(site.house, shaped(event));
			const found = servicesModule
				.faults(site.house)
				.filter(({ part }) => part === lifeEvents.lifeEventsPart)
				.map(({ sentence }) => sentence);
			lifeEvents.lifeEventsPart.put(site.house, held);
			return found;
		};
		assert.deepEqual(faults({}, newKite.services[0]?.fills), []);
		for (const [changes, fills, sentence] of [
			[{ services: [{ service: "ask-for-strin", because: "x" }] }, {}, /which the public does not have\. Did you mean/],
			[{}, { colours: "colour" }, /does not ask “colours”\. Did you mean/],
			[{}, { colour: "color" }, /It fills “colour” from “color”, which it does not ask/],
			[{}, { since: "colour" }, /“colour” is of kind text and cannot fill “since”, of kind date/],
			[
				{ services: [{ service: stringForm.id, because: "x", fills: { use: { is: "rope" } } }] },
				{},
				/“rope” is not an answer to “use”/,
			],
			[{ services: [{ service: kiteForm.id, because: "x", when: 'sting == "yes"' }] }, {}, /sting/],
			[
				{ pages: [{ id: "a", questions: [{ id: "papers", kind: "files", ask: "Papers?", why: "x", error: "x" }] }] },
				{},
				/of kind files/,
			],
		] as const) {
			const found = faults(changes, fills);
			assert.ok(
				found.some((one) => sentence.test(one)),
				`${sentence}: ${found.join(" | ")}`,
			);
		}
	});
});

/** As the pack would read it. */
function shaped(event: unknown) {
	return [lifeEvents.lifeEventShape.parse(event)];
}
