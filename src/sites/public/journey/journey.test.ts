import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { councilPart } from "../../../platform/council/index.ts";
import { publicServices, type Service } from "../../../modules/services/index.ts";
import { askedOn, fieldsFor, fieldsOn } from "./answering.ts";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

const pageIn = /\/form\/(?:[0-9a-f-]{36}\/)?([a-z][a-z0-9-]*)?(?:\/items\/[^?]*)?(?:\?|$)/;
const referenceIn = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

describe("The journey of a customer without script", () => {
	let site: PublicSite;
	let photo: Uint8Array<ArrayBuffer>;
	before(async () => {
		const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: "#8a9" } });
		photo = new Uint8Array(await picture.jpeg().toBuffer());
		site = await openPublicSite();
	});
	after(() => site.close());

	const live = () => publicServices(site.house);
	const draftOf = (shown: Shown) => /\/form\/([0-9a-f-]{36})\//.exec(shown.path)?.[1] ?? "";
	const requests = async () =>
		(await site.db.selectFrom("requests.request_view").select(["reference"]).execute()).length;

	/** The service with a place that shows reports nearby, and photos. */
	function reporting(): Service {
		const found = live().find(({ definition }) => definition.nearby && definition.register.photos);
		assert.ok(found, "the pack has a service that shows reports nearby");
		return found;
	}

	/** Answers page after page until the page that `until` names, or the answers. */
	async function walk(browser: Browser, service: Service, until = "answers", from?: Shown): Promise<Shown> {
		let shown = from ?? (await browser.get(`/services/${service.id}/form`));
		for (let steps = 0; steps < 60; steps++) {
			const name = pageIn.exec(shown.path)?.[1] ?? service.form.pages[0]?.page.id;
			if (name === until || shown.path.includes(`/${until}/`)) return shown;
			const on = /<a href="([^"]+)" role="button"/.exec(shown.text)?.[1];
			if (/\/(risk|stop|check|nearby)\//.test(shown.path) && on) shown = await browser.get(on.replaceAll("&amp;", "&"));
			else {
				assert.ok(name, `a page of questions at ${shown.path}: ${shown.text.slice(0, 300)}`);
				const fields = fieldsOn(shown.path, shown.text, service.form, councilPart.of(site.house));
				const action = /<form action="([^"]+)"/.exec(shown.text)?.[1] ?? "";
				const asked = askedOn(shown.path, shown.text, service.form)?.questions ?? [];
				const files = asked
					.filter(({ kind, optional }) => kind === "files" && !optional)
					.map(({ id }) => ({ field: id, name: "photo.jpg", bytes: photo }));
				const next =
					files.length === 0
						? await browser.post(shown, action, fields)
						: await browser.upload(shown, action, files, fields);
				assert.equal(
					next.status,
					200,
					`${name}: ${/error-summary__list[\s\S]*?<\/ul>/.exec(next.text)?.[0] ?? next.text.slice(0, 500)}`,
				);
				shown = next;
			}
		}
		assert.fail(`the form of ${service.id} did not come to ${until}`);
	}

	it("says a pin as a place in a ward, never as two numbers", async () => {
		const shown = await walk(site.browser(), reporting());
		assert.match(shown.text, /A pin on the map, High Street, in [^<]+ ward/);
		assert.doesNotMatch(/<dl[\s\S]*<\/dl>/.exec(shown.text)?.[0] ?? "", /\d\.\d{3}/);
	});

	it("ends in a reference for every service of the pack", async () => {
		for (const service of live()) {
			const browser = site.browser();
			const answers = await walk(browser, service);
			assert.match(answers.text, /Check your answers/);
			assert.doesNotMatch(answers.text, /<b>more/, "what was typed is text");
			const sent = await browser.post(answers, answers.path, []);
			assert.match(sent.path, /\/sent$/);
			assert.match(sent.text, referenceIn);
			assert.match(sent.text, /What happens next/);
			const again = await browser.get(sent.path);
			assert.equal(again.text, sent.text, "the confirmation survives bookmarking");
		}
		assert.equal(await requests(), live().length);
	});

	it("leaves nothing behind when only the first page was looked at", async () => {
		const count = async () => (await site.db.selectFrom("forms.draft").select("id").execute()).length;
		const before = await count();
		for (const service of live()) assert.equal((await site.browser().get(`/services/${service.id}/form`)).status, 200);
		assert.equal(await count(), before);
	});

	it("survives hostile texts in the fields of every kind of question", async () => {
		let turn = 0;
		const seen = new Set<string>();
		for (const service of live()) {
			const browser = site.browser();
			for (const [at, { page }] of service.form.pages.entries()) {
				// Each kind of question in full, and the first page of each form by turns: other tests type on every page.
				const fresh = page.questions.filter(({ kind }) => !seen.has(kind));
				if (fresh.length === 0 && at > 0) continue;
				const shown = await walk(browser, service, page.id).catch(() => undefined);
				if (!shown || !pageIn.test(shown.path)) continue;
				for (const { kind } of fresh) seen.add(kind);
				const action = /<form action="([^"]+)"/.exec(shown.text)?.[1] ?? "";
				for (let n = 0; n < (fresh.length > 0 ? hostileTexts.length : 3); n++) {
					const text = hostileTexts[turn++ % hostileTexts.length] ?? "";
					const fields = page.questions.flatMap((question) =>
						fieldsFor(question, councilPart.of(site.house), service.form).flatMap(([name]): [string, string][] => [
							[name, text],
							[`${name}[${text.slice(0, 20)}]`, text],
						]),
					);
					const answer = await browser.post(shown, action, fields);
					assert.ok(
						[200, 422, 413].includes(answer.status),
						`${answer.status} for ${JSON.stringify(text.slice(0, 40))}`,
					);
					assert.doesNotMatch(answer.text, /<script>alert|onerror=alert\(1\)>/);
				}
			}
		}
		assert.ok(seen.size > 10, "most kinds of question were met");
	});

	it("comes back with a summary of what is wrong, and keeps what was typed", async () => {
		const service = reporting();
		const browser = site.browser();
		const place = service.definition.register.place ?? "";
		const at = service.form.pages.find(({ page }) => page.questions.some((question) => question.id === place))?.page.id;
		const shown = await walk(browser, service, at);
		const action = /<form action="([^"]+)"/.exec(shown.text)?.[1] ?? "";
		const wrong = await browser.post(shown, action, [
			[`${place}[postcode]`, '"><script>alert(1)</script>'],
			[`${place}[street]`, "Long Lane"],
		]);
		assert.equal(wrong.status, 422);
		assert.match(wrong.text, /There is a problem/);
		assert.match(wrong.text, new RegExp(`href="#${place}-postcode"`));
		assert.match(wrong.text, /value="Long Lane"/);
		assert.doesNotMatch(wrong.text, /<script>alert/);
		const outside = await browser.post(wrong, action, [
			[`${place}[latitude]`, "51.5"],
			[`${place}[longitude]`, "-0.12"],
		]);
		assert.match(outside.text, /must be in the area of/);
	});

	it("sends once, however often the button is pressed", async () => {
		const service = reporting();
		const browser = site.browser();
		const answers = await walk(browser, service);
		const before = await requests();
		const sent = await Promise.all([1, 2, 3].map(() => browser.post(answers, answers.path, [])));
		assert.equal(new Set(sent.map((one) => referenceIn.exec(one.text)?.[0])).size, 1);
		assert.equal(await requests(), before + 1);
		const back = await browser.get(answers.path);
		assert.match(back.text, /You have already sent this/);
		assert.match(back.text, new RegExp(referenceIn.exec(sent[0]?.text ?? "")?.[0] ?? "none"));
	});

	it("belongs to the browser that began it", async () => {
		const service = reporting();
		const browser = site.browser();
		const answers = await walk(browser, service);
		const stranger = site.browser();
		const first = await stranger.get(`/services/${service.id}/form`);
		for (const path of [answers.path, answers.path.replace("answers", "sent")]) {
			const seen = await stranger.get(path);
			assert.equal(seen.status, 404);
			assert.match(seen.text, /Your answers are no longer here/);
		}
		const posted = await stranger.post(first, answers.path, []);
		assert.equal(posted.status, 404);
		assert.equal((await browser.get(answers.path)).status, 200);
	});

	it("goes back to the answers once one was changed", async () => {
		const service = reporting();
		const browser = site.browser();
		const answers = await walk(browser, service);
		const change = /href="([^"]+\?change=1)#/.exec(answers.text)?.[1];
		assert.ok(change);
		const shown = await browser.get(change);
		const name = pageIn.exec(shown.path)?.[1];
		const page = service.form.pages.find((one) => one.page.id === name)?.page;
		assert.ok(page);
		const fields = page.questions.flatMap((question) => fieldsFor(question, councilPart.of(site.house), service.form));
		const back = await browser.post(shown, change, fields);
		const seen = /\/(risk|stop|check|nearby)\//.test(back.path) ? await walk(browser, service, "answers", back) : back;
		assert.match(seen.path, /\/answers$/);
	});

	it("does not jump ahead of a page without an answer", async () => {
		const service = reporting();
		const browser = site.browser();
		const second = service.form.pages[1]?.page.id ?? "";
		const shown = await walk(browser, service, second);
		const last = service.form.pages.at(-1)?.page.id ?? "";
		const path = `/services/${service.id}/form/${draftOf(shown)}`;
		assert.match((await browser.get(`${path}/${last}`)).path, new RegExp(`/${second}$`));
		assert.match((await browser.get(`${path}/answers`)).path, new RegExp(`/${second}$`));
		assert.equal((await browser.get(`${path}/no-such-page`)).status, 404);
	});

	it("shows what was reported nearby, and lets people follow it instead", async () => {
		const service = reporting();
		const sender = site.browser();
		const answers = await walk(sender, service);
		const sent = await sender.post(answers, answers.path, []);
		const reference = referenceIn.exec(sent.text)?.[0] ?? "";
		const browser = site.browser();
		const near = await walk(browser, service, "nearby");
		assert.match(near.text, /Has this been reported already/);
		assert.match(near.text, new RegExp(reference));
		const follow = await browser.get(`/services/${service.id}/reports/${reference}/followers`);
		const empty = await browser.post(follow, follow.path, []);
		assert.equal(empty.status, 422);
		assert.match(empty.text, /Enter an email address or a telephone number/);
		const followed = await browser.post(empty, follow.path, [["email", "neighbour@example.com"]]);
		assert.match(followed.text, /You are following this report/);
		const { latitude, longitude } = councilPart.of(site.house).map;
		const map = await browser.get(`/services/${service.id}/reports.json?latitude=${latitude}&longitude=${longitude}`);
		assert.match(map.text, new RegExp(reference));
		assert.doesNotMatch(map.text, /sam@example\.com|O’Neil/);
	});

	it("takes photos, shows them to their sender alone, and lets them go", async () => {
		const service = reporting();
		const browser = site.browser();
		const id = service.definition.register.photos ?? "";
		const name = service.form.pages.find(({ page }) => page.questions.some((question) => question.id === id))?.page.id;
		const shown = await walk(browser, service, name);
		const file = { field: id, name: 'a "red" <one>.jpg', bytes: photo };
		const added = await browser.upload(shown, `${shown.path}/files`, [file]);
		assert.equal(added.status, 200);
		const thumbnail = /<img[^>]+src="([^"]+)"/.exec(added.text)?.[1] ?? "";
		const seen = await browser.get(thumbnail);
		assert.equal(seen.headers.get("content-type"), "image/jpeg");
		assert.equal(seen.headers.get("x-content-type-options"), "nosniff");
		assert.equal((await site.browser().get(thumbnail)).status, 404);
		const unfit = { field: id, name: "page.jpg", bytes: new TextEncoder().encode("<html><script>alert(1)</script>") };
		const refused = await browser.upload(added, `${shown.path}/files`, [unfit]);
		assert.equal(refused.status, 422);
		assert.match(refused.text, /must be a JPEG, PNG or WebP photo/);
		assert.match(refused.text, /Photos you have added/, "the good photo stays");
		const removed = await browser.upload(refused, `${thumbnail}/removal`, []);
		assert.doesNotMatch(removed.text, /Photos you have added/);
		assert.equal((await browser.get(thumbnail)).status, 404);
	});

	it("keeps public pages free of cookies, so that they may be shared", async () => {
		const found = `/search?q=${encodeURIComponent(reporting().definition.name)}`;
		for (const path of ["/", "/services", `/services/${reporting().id}`, found]) {
			const shown = await site.browser().get(path);
			assert.equal(shown.status, 200);
			assert.equal(shown.headers.get("cache-control"), "public, max-age=60");
			assert.deepEqual(shown.headers.getSetCookie(), []);
		}
		assert.equal((await site.browser().get("/services/no-such-service")).status, 404);
		assert.equal((await site.browser().get("/services/no-such-service/form")).status, 404);
		assert.equal((await site.browser().get("/search?q[a]=b&q=c")).status, 200);
	});
});
