import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { promisesOf, publicServices, services } from "../../../modules/services/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { systemContext } from "../../../platform/context/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { openPublicSite, type PublicSite } from "../journey/testing.ts";
import { charterPart } from "./pack.ts";
import { charterRoutes } from "./routes.ts";

describe("the charter", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite();
		charterPart.put(site.house, {
			title: "Our <promise>",
			lead: "What you can count on.",
			promises: [{ promise: "We answer", because: "You asked & waited" }, { promise: "We listen" }],
			standards: [{ what: "You write", promise: "We reply in a week" }],
			asks: ["Be kind to us"],
		});
	});
	after(() => site.close());

	const visit = {
		url: "/charter",
		address: "127.0.0.1",
		agent: "",
		csrf: () => "a-token",
		cookie: () => undefined,
		setCookie: () => undefined,
	};
	const shown = async () => {
		const raw = { params: {}, query: {}, form: {}, files: [], visit };
		const answer = await charterRoutes[0]?.run(systemContext(site.house, "test"), raw);
		return answer?.kind === "page" ? answer.main.text : assert.fail("no page");
	};

	it("says what the council promises to everyone and what it asks of them", async () => {
		const text = await shown();
		for (const words of [
			"Our &lt;promise&gt;",
			"We answer",
			"You asked &amp; waited",
			"We reply in a week",
			"Be kind to us",
		])
			assert.ok(text.includes(words), words);
	});

	it("says what every public service promises today, and nothing of the others", async () => {
		const text = await shown();
		const open = new Set(publicServices(site.house).map(({ id }) => id));
		const day = londonDate(new Date());
		for (const service of services(site.house)) {
			assert.equal(text.includes(`href="/services/${service.id}"`), open.has(service.id), service.id);
			if (!open.has(service.id)) continue;
			for (const { words } of promisesOf(service, day)) assert.ok(text.includes(words.replaceAll("'", "&#39;")), words);
		}
	});

	it("is no page of a council that has made none", async () => {
		charterPart.put(site.house, undefined);
		await assert.rejects(shown, NotFound);
	});
});
