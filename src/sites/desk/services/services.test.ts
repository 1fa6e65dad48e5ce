import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Forbidden, NotFound } from "../../../platform/refusal/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { inventory, serviceById, services } from "../../../modules/services/index.ts";
import { submitRequest } from "../../../modules/requests/index.ts";
import { systemContext } from "../../../platform/context/index.ts";
import { openPublicSite, type PublicSite } from "../../public/journey/testing.ts";
import { askDesk, officerOf, shownIn } from "../testing.ts";
import { serviceDeskRoutes } from "./routes.ts";

describe("services at the desk", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite();
	});
	after(() => site.close());

	const reader = () => officerOf(site.house, "services.read");
	const list = async (query: Record<string, unknown> = {}) =>
		shownIn(await askDesk(serviceDeskRoutes, reader(), "/desk/services", { query }));
	const one = async (id: string) =>
		shownIn(await askDesk(serviceDeskRoutes, reader(), "/desk/services/:id", { params: { id } }));
	const linked = (text: string) => [...text.matchAll(/href="\/desk\/services\/([a-z0-9-]+)"/g)].map(([, id]) => id);

	it("are all in the list, and each leads to its definition", async () => {
		const ids = services(site.house).map(({ id }) => id);
		const shown = linked(await list());
		for (const id of ids) assert.ok(shown.includes(id), id);
	});

	it("are narrowed by words, topic, verb, team and tier, and nonsense narrows nothing that it should not", async () => {
		const [sample] = services(site.house);
		const { definition } = sample ?? assert.fail();
		const asked = {
			q: definition.name,
			topic: definition.topic,
			verb: definition.verb,
			team: definition.owner,
			tier: String(definition.tier),
		};
		for (const [name, value] of Object.entries(asked))
			assert.ok(linked(await list({ [name]: value })).includes(definition.id), name);
		assert.ok(
			!linked(await list({ team: definition.owner })).includes(
				services(site.house).find((other) => other.definition.owner !== definition.owner)?.id,
			),
		);
		const nonsense = await list({ q: `"'><script>alert(1)</script>`, tier: ["a", "b"], topic: "none" });
		assert.ok(nonsense.includes("No services match these filters."));
		assert.ok(!nonsense.includes("<script>alert"));
	});

	it("show how many requests are open and how many came of late", async () => {
		const service = services(site.house).find(({ definition }) => !definition.confidential) ?? assert.fail();
		const ctx = { ...systemContext(site.house, "test"), now: new Date("2026-03-01T09:00:00Z") };
		for (const day of ["2026-03-01", "2026-03-01", "2025-12-01"]) {
			const sent = await submitRequest(
				{ ...ctx, now: new Date(`${day}T10:00:00Z`) },
				{ service, answers: {}, channel: "web" },
			);
			assert.ok(!isRefusal(sent));
		}
		const text = (await one(service.id)).replaceAll(/\s+/g, " ");
		assert.ok(text.includes("2 received, 3 open now"), text.slice(0, 3000));
	});

	it("say of every question why it is asked, and of every service what happens by itself", async () => {
		for (const service of services(site.house)) {
			const text = await one(service.id);
			for (const { question } of inventory.questionsOf(service))
				assert.ok(text.includes(escaped(question.why)), `${service.id} ${question.id}`);
			for (const { because } of service.definition.automation) assert.ok(text.includes(escaped(because)), service.id);
			assert.ok(text.includes("What happens by itself"));
			assert.ok(!text.includes("undefined"), service.id);
		}
	});

	it("show what changed between two versions, and who asks for one that never was is told so", async () => {
		const [sample] = services(site.house);
		const service = sample ?? assert.fail();
		await site.db
			.insertInto("services.version")
			.values({
				service_id: service.id,
				version: service.version + 1,
				hash: Buffer.alloc(32, 7),
				definition: JSON.stringify({ ...service.definition, summary: "A <b>new</b> summary" }),
				published_at: new Date("2026-03-01T09:00:00Z"),
			})
			.execute();
		const ask = (version: string, query = {}) =>
			askDesk(serviceDeskRoutes, reader(), "/desk/services/:id/versions/:version", {
				params: { id: service.id, version },
				query,
			});
		const text = shownIn(await ask(String(service.version + 1)));
		assert.ok(text.includes("<code>summary</code>"));
		assert.ok(text.includes("A &lt;b&gt;new&lt;/b&gt; summary"));
		assert.ok(text.includes(escaped(service.definition.summary)));
		for (const version of ["1", "99", "-1", "x"]) await assert.rejects(ask(version), NotFound);
		await assert.rejects(ask("2", { with: "77" }), NotFound);
		assert.ok((await one(service.id)).includes(`/desk/services/${service.id}/versions/2`));
	});

	it("are for officers who may read them", async () => {
		const stranger = officerOf(site.house, "jobs.read");
		await assert.rejects(askDesk(serviceDeskRoutes, stranger, "/desk/services"), Forbidden);
		await assert.rejects(one("no-such-service"), NotFound);
		assert.equal(serviceById(site.house, "no-such-service"), undefined);
	});
});

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}
