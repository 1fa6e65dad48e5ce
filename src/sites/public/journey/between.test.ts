import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
	checks,
	type Definition,
	definitionShape,
	publicServices,
	type Service,
} from "../../../modules/services/index.ts";
import { openPublicSite, type PublicSite } from "./testing.ts";

const question = (id: string, rest: Record<string, unknown>) => ({ id, why: "To help", error: "Answer it", ...rest });

function path(): Definition {
	return definitionShape.parse({
		id: "clear-the-path",
		name: "Clear the path",
		verb: "report",
		topic: "any",
		summary: "Tell us about a path.",
		start: { about: ["Tell us where."], takes: "1 minute", emergency: "Call 999." },
		form: {
			send: "Send",
			pages: [
				{
					id: "hurt",
					questions: [question("hurt", { kind: "yes-no", ask: "Is anybody hurt?" })],
					checks: [
						{
							ask: "known-incidents",
							found: [
								{
									finding: "known",
									title: "We know of {what}",
									say: ["It will be done by {until}."],
									continue: "Go on",
								},
							],
						},
					],
				},
				{
					id: "tell",
					questions: [{ id: "tell", kind: "long-text", ask: "What do you see?", why: "To help", optional: true }],
				},
			],
			risks: [{ risk: "danger", after: "hurt", when: 'hurt == "yes"' }],
		},
		register: { summary: "Path" },
		tier: 0,
		owner: "any",
		public: false,
		stages: [
			{ id: "new", name: "New", public: "received" },
			{ id: "closed", name: "Closed", public: "closed" },
		],
		reopens: { to: "new", within: 28 },
		outcomes: [{ id: "done", name: "Done", words: "It is done.", status: "fixed" }],
		promise: [{ id: "do", starts: "new", within: { days: 2 }, words: "We do it in 2 days" }],
		next: ["We go there."],
		privacy: { purpose: "To clear paths", basis: "Public task", kept: { years: 1, because: "Somebody may ask" } },
	});
}

describe("What stands between a page and the next", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([path()]);
		checks.ports.put(site.house, {
			"known-incidents": async (_, { id }) =>
				id === "clear-the-path" ? { finding: "known", words: { what: "a burst main", until: "Friday" } } : undefined,
		});
	});
	after(() => site.close());

	const service = (): Service => {
		const found = publicServices(site.house).find(({ id }) => id === "clear-the-path");
		assert.ok(found);
		return found;
	};
	const onTo = (text: string) => (/<a href="([^"]+)" role="button"/.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");

	it("is what to do in danger, then what is known already, then the next page", async () => {
		const browser = site.browser();
		const first = await browser.get(`/services/${service().id}/form`);
		const danger = await browser.post(first, first.path, [["hurt", "yes"]]);
		assert.match(danger.path, /\/risk\/hurt$/);
		assert.match(danger.text, /<a class="govuk-link" href="tel:999">999<\/a>/);
		const known = await browser.get(onTo(danger.text));
		assert.match(known.path, /\/check\/hurt$/);
		assert.match(known.text, /We know of a burst main/);
		assert.match(known.text, /It will be done by Friday\./);
		const next = await browser.get(onTo(known.text));
		assert.match(next.path, /\/tell$/);
	});

	it("comes also of what is typed in any service, and marks the request as urgent", async () => {
		const browser = site.browser();
		const first = await browser.get(`/services/${service().id}/form`);
		const known = await browser.post(first, first.path, [["hurt", "no"]]);
		assert.match(known.path, /\/check\/hurt$/);
		const tell = await browser.get(onTo(known.text));
		const danger = await browser.post(tell, tell.path, [["tell", "There’s a SMELL of gas, I think"]]);
		assert.match(danger.path, /\/risk\/tell$/);
		const answers = await browser.get(onTo(danger.text));
		assert.match(answers.path, /\/answers$/);
		await browser.post(answers, answers.path, []);
		const [row] = await site.db
			.selectFrom("requests.request")
			.select(["urgent", "risks"])
			.where("service_id", "=", "clear-the-path")
			.execute();
		assert.deepEqual(row, { urgent: true, risks: ["danger"] });
	});

	it("is nothing when whoever is asked is away", async () => {
		checks.ports.put(site.house, { "known-incidents": () => Promise.reject(new Error("away")) });
		const browser = site.browser();
		const first = await browser.get(`/services/${service().id}/form`);
		assert.match((await browser.post(first, first.path, [["hurt", "no"]])).path, /\/tell$/);
	});
});
