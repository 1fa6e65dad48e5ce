import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type OfficerContext, systemContext } from "../../platform/context/index.ts";
import { isRefusal } from "../../platform/refusal/index.ts";
import { alertsNow, endAlert, makeAlert } from "../../modules/knowledge/index.ts";
import { publicServices, services, topicsPart } from "../../modules/services/index.ts";
import { banners } from "./alerts/banners.views.ts";
import { placesOf } from "./alerts/places.ts";
import { openPublicSite, type PublicSite } from "./journey/testing.ts";

describe("The council's services, as everyone finds them", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite();
	});
	after(() => site.close());
	const get = (path: string) => site.browser().get(path);
	const text = async (path: string) => (await get(path)).text;

	it("stand under their topic, their verb and their letter", async () => {
		for (const { definition } of publicServices(site.house)) {
			const link = `href="/services/${definition.id}"`;
			assert.ok((await text("/services/a-to-z")).includes(link), definition.id);
			if (definition.audience.every((one) => one === "councillors")) continue;
			assert.ok((await text(`/services/topics/${definition.topic}`)).includes(link), definition.id);
			assert.ok((await text(`/services/verbs/${definition.verb}`)).includes(link), definition.id);
		}
		assert.equal((await get("/services/topics/none")).status, 404);
		assert.equal((await get("/services/verbs/none")).status, 404);
	});

	it("are nowhere when they are for staff alone", async () => {
		const hidden = services(site.house).filter((one) => !publicServices(site.house).includes(one));
		assert.ok(hidden.length > 0, "the pack has none to try this on");
		const paths = ["/", "/services", "/services/a-to-z", "/sitemap.xml"];
		const topics = topicsPart.of(site.house).map(({ id }) => `/services/topics/${id}`);
		const lists = (await Promise.all([...paths, ...topics].map(text))).join();
		for (const { id, definition } of hidden) {
			assert.ok(!lists.includes(`/services/${id}`), id);
			assert.equal((await get(`/services/${id}`)).status, 404);
			assert.equal((await get(`/services/${id}/form`)).status, 404);
			const found = await text(`/search?q=${encodeURIComponent(definition.name)}`);
			assert.ok(!found.includes(`/services/${id}"`), id);
		}
	});

	it("are searched together with the council's pages, and what was typed is kept", async () => {
		const found = await text("/search?q=recyling+bin");
		assert.match(found, /value="recyling bin"/);
		assert.match(found, /href="\/pages\/[a-z-]+"/);
		assert.match(found, /Did you mean <a class="govuk-link" href="\/search\?q=recycling%20bin">/);
	});

	it("lead on when a search finds nothing, which is counted by its words alone", async () => {
		for (let turn = 0; turn < 3; turn++) {
			const none = await text(`/search?q=${encodeURIComponent("Quixotic zyzzyva 07700900123")}`);
			assert.match(none, /Nothing was found for “Quixotic zyzzyva 07700900123”/);
			assert.match(none, /href="\/services\/topics\//);
			assert.match(none, /href="tel:/);
		}
		const rows = await site.house.db.selectFrom("services.search_miss").select(["words", "times"]).execute();
		assert.deepEqual(rows, [{ words: "quixotic zyzzyva", times: 3 }]);
	});

	it("say what officers have put up, where they put it, until it is taken down", async () => {
		const now = new Date("2026-11-23T10:00:00Z");
		const officer: OfficerContext = {
			...systemContext(site.house, "test", now),
			actor: {
				kind: "officer",
				id: "0190a000-0000-7000-8000-000000000001",
				name: "Asha Patel",
				email: "asha@council.example",
				teams: [],
				roles: [],
				permissions: new Set(["services.manage"]),
			},
		};
		const shownAt = (path: string, at = now) =>
			banners(alertsNow({ ...officer, now: at }, placesOf(site.house, path)))?.text ?? "";
		const [service] = publicServices(site.house);
		const place = `service:${service?.id}`;
		const given = {
			severity: "emergency",
			words: "<b>Keep</b> away",
			link: "/contact",
			place,
			until: "2027-01-01",
		} as const;
		const made = await makeAlert(officer, given);
		if (isRefusal(made)) return assert.fail(made.code);
		const shown = /fd-alert--emergency[\s\S]*&lt;b&gt;Keep&lt;\/b&gt; away/;
		assert.match(shownAt(`/services/${service?.id}?x=1`), shown);
		assert.match(shownAt(`/services/${service?.id}/form`), shown);
		assert.doesNotMatch(shownAt("/"), shown);
		assert.doesNotMatch(shownAt(`/services/${service?.id}`, new Date("2027-01-02T00:00:00Z")), shown);
		await endAlert(officer, made.id);
		await endAlert(officer, made.id);
		assert.doesNotMatch(shownAt(`/services/${service?.id}`), shown);
		const entries = await site.house.db
			.selectFrom("audit.entry")
			.select("action")
			.where("subject_id", "=", made.id)
			.orderBy("id")
			.execute();
		assert.deepEqual(
			entries.map(({ action }) => action),
			["alert.made", "alert.ended"],
		);
		for (const [wrong, code] of [
			[{ words: " " }, "no-words"],
			[{ link: "javascript:alert(1)" }, "bad-link"],
			[{ link: "//evil.example" }, "bad-link"],
			[{ link: "/\\evil.example" }, "bad-link"],
			[{ until: "tomorrow" }, "bad-day"],
			[{ until: "2020-01-01" }, "past"],
		] as const) {
			const refused = await makeAlert(officer, { ...given, ...wrong });
			assert.equal(isRefusal(refused) && refused.code, code);
		}
	});
});
