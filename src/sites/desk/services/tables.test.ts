import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { after, before, describe, it } from "node:test";
import { holdingsOf, holdingsSlot } from "../../../platform/module/index.ts";
import { Forbidden, isRefusal } from "../../../platform/refusal/index.ts";
import { formsModule, type Question } from "../../../modules/forms/index.ts";
import { submitRequest } from "../../../modules/requests/index.ts";
import { services } from "../../../modules/services/index.ts";
import { systemContext } from "../../../platform/context/index.ts";
import { openPublicSite, type PublicSite } from "../../public/journey/testing.ts";
import { askDesk, officerOf, shownIn } from "../testing.ts";
import { tableRoutes } from "./tables.routes.ts";

describe("the process inventory and the information map", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite();
		holdingsSlot.put(site.house, holdingsOf([formsModule]));
	});
	after(() => site.close());

	const ask = (path: string, query: Record<string, unknown> = {}) =>
		askDesk(tableRoutes, officerOf(site.house, "services.read"), `/desk/services/${path}`, { query });
	const file = async (path: string, query: Record<string, unknown> = {}) => {
		const answer = await ask(path, query);
		if (answer.kind !== "body" || typeof answer.body !== "string") return assert.fail(`a ${answer.kind}`);
		return { text: answer.body, type: answer.type, headers: answer.headers ?? {} };
	};
	const lines = async (path: string, query: Record<string, unknown> = {}): Promise<Record<string, string>[]> =>
		parse((await file(path, query)).text, { bom: true, columns: true });
	const definitions = () => services(site.house).map(({ definition }) => definition);

	it("have a line for every service of the council, as a page, as CSV and as JSON", async () => {
		const ids = definitions().map(({ id }) => id);
		assert.deepEqual(
			(await lines("inventory.csv")).map((line) => line["Service"]),
			ids,
		);
		const { processes } = JSON.parse((await file("inventory.json")).text);
		assert.deepEqual(
			processes.map((one: { service: string }) => one.service),
			ids,
		);
		const page = shownIn(await ask("inventory"));
		for (const id of ids) assert.ok(page.includes(`href="/desk/services/${id}"`), id);
	});

	it("have a line for every question of every service, with why, by what right and how long it is kept", async () => {
		const map = await lines("information-map.csv");
		const keys = new Set(map.map((line) => `${line["Service"]} ${line["Question"]}`));
		const asked = definitions().flatMap((one) => everyQuestion(one).map((question) => `${one.id} ${question.id}`));
		assert.ok(asked.length > definitions().length);
		assert.deepEqual(
			asked.filter((key) => !keys.has(key)),
			[],
		);
		for (const line of map) {
			for (const head of [
				"Asked as",
				"Kind",
				"Why",
				"Purpose",
				"Lawful basis",
				"Years kept after closing",
				"Owner",
				"Tier",
				"Clocks",
			])
				assert.notEqual(line[head], "", `${line["Service"]} ${line["Question"]} ${head}`);
		}
		assert.equal(JSON.parse((await file("information-map.json")).text).asked.length, map.length);
	});

	it("give ten services of the map at a time, and every service stands on one of its pages", async () => {
		const shown: (string | undefined)[] = [];
		const all = definitions().length;
		for (let page = 1; page <= Math.ceil(all / 10); page++) {
			const text = shownIn(await ask("information-map", { page: String(page) }));
			shown.push(
				...[...text.matchAll(/fd-part"><a class="govuk-link" href="\/desk\/services\/([a-z0-9-]+)"/g)].map(
					([, id]) => id,
				),
			);
		}
		assert.deepEqual(
			shown,
			definitions().map(({ id }) => id),
		);
		assert.ok(shownIn(await ask("information-map", { page: "99999" })).includes(`to ${all} of ${all}`));
	});

	it("say which modules hold personal data, where and why", async () => {
		const { held } = JSON.parse((await file("information-map.json")).text);
		assert.deepEqual(
			held.map((one: { table: string }) => one.table),
			["forms.draft", "forms.draft_link", "forms.draft_browser", "forms.draft_officer"],
		);
		assert.ok(shownIn(await ask("information-map")).includes("forms.draft"));
	});

	it("are narrowed as they are asked, the files like the page", async () => {
		const [one] = definitions();
		const { id } = one ?? assert.fail();
		const ofService = await lines("information-map.csv", { service: id });
		assert.deepEqual([...new Set(ofService.map((line) => line["Service"]))], [id]);
		const sealed = await lines("information-map.csv", { held: "sealed" });
		assert.ok(sealed.length > 0 && sealed.every((line) => line["Sealed"] === "yes"));
		assert.ok(
			shownIn(await ask("information-map", { service: id, held: "sealed", page: "2" })).includes(
				`information-map.csv?service=${id}&amp;held=sealed`,
			),
		);
		assert.deepEqual(await lines("inventory.csv", { q: "no such words anywhere" }), []);
		assert.ok(shownIn(await ask("inventory", { q: `"><script>` })).includes("No processes match these filters."));
	});

	it("are files that a spreadsheet opens, and that no cache keeps", async () => {
		const { text, type, headers } = await file("inventory.csv");
		assert.ok(text.startsWith("\uFEFFService,"));
		assert.equal(type, "text/csv; charset=utf-8; header=present");
		assert.match(headers["content-disposition"] ?? "", /^attachment; filename="process-inventory-[a-z.-]+\.csv"$/);
		assert.equal(headers["cache-control"], "no-store");
	});

	it("hold nothing of anybody", async () => {
		const [service] = services(site.house);
		const sent = await submitRequest(systemContext(site.house, "test"), {
			service: service ?? assert.fail(),
			answers: { fullName: "Quixotica Zyzzyva", email: "quixotica@example.org" },
			channel: "web",
		});
		assert.ok(!isRefusal(sent));
		for (const path of ["inventory.csv", "inventory.json", "information-map.csv", "information-map.json"])
			assert.doesNotMatch((await file(path)).text, /quixotica/i);
	});

	it("are for officers who may read them", async () => {
		for (const path of ["inventory", "inventory.csv", "information-map.json"])
			await assert.rejects(
				askDesk(tableRoutes, officerOf(site.house, "requests.read"), `/desk/services/${path}`),
				Forbidden,
			);
	});
});

/** Every question in a definition, found without the code that makes the map: whatever has a kind, an id and a why. */
function everyQuestion(value: unknown): Pick<Question, "id">[] {
	if (Array.isArray(value)) return value.flatMap(everyQuestion);
	if (typeof value !== "object" || value === null) return [];
	const inside = Object.values(value).flatMap(everyQuestion);
	const isQuestion =
		"kind" in value &&
		"why" in value &&
		"ask" in value &&
		"id" in value &&
		typeof value.id === "string" &&
		value.kind !== "information";
	return isQuestion && typeof value.id === "string" ? [{ id: value.id }, ...inside] : inside;
}
