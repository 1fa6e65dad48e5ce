/** Each pack is a council of its own: sound, opened by its setting alone, and sharing nothing with the others. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it, test } from "node:test";
import { checkPack } from "./house.ts";
import { publicServices, type Service } from "./modules/services/index.ts";
import { councilPart } from "./platform/council/index.ts";
import { placedInWords } from "./platform/module/index.ts";
import { askedOn, fieldsOn } from "./sites/public/journey/answering.ts";
import { type Caller, openProgram, type Program } from "./testing.ts";

const packs = resolve(import.meta.dirname, "../packs");
const councils = readdirSync(packs);

for (const council of councils) {
	test(`the pack of ${council} is sound`, async () => {
		const { faults } = await checkPack(join(packs, council));
		assert.deepEqual(faults.map(placedInWords), []);
	});
}

describe("two councils, each with a program of its own", () => {
	const programs: Program[] = [];
	before(async () => {
		for (const council of councils.slice(0, 2)) programs.push(await openProgram(undefined, join(packs, council)));
	});
	after(async () => {
		for (const program of programs) await program.close();
	});

	const councilOf = ({ house }: Program) => councilPart.of(house);
	const each = () =>
		programs.map((own, at) => ({ own, other: programs[1 - at] ?? assert.fail("there is one council") }));

	it("show their own name, telephone number and looks", async () => {
		for (const { own, other } of each()) {
			const home = await own.visitor().ask("/");
			assert.equal(home.status, 200);
			assert.ok(home.text.includes(councilOf(own).name) && home.text.includes(councilOf(own).contact.phone));
			assert.ok(!home.text.includes(councilOf(other).shortName) && !home.text.includes(councilOf(other).contact.phone));
			assert.notEqual(stylesOf(home.text), stylesOf((await other.visitor().ask("/")).text));
		}
	});

	it("take a request by a form of their own, of which the other knows nothing", async () => {
		for (const { own, other } of each()) {
			const service = publicServices(own.house).find(({ definition }) => definition.nearby) ?? assert.fail();
			const startPage = await own.visitor().ask(`/services/${service.id}`);
			assert.equal(startPage.status, 200);
			assert.ok(startPage.text.includes(councilOf(own).contact.phone));
			const sent = await send(own, own.visitor(), service);
			const reference = new RegExp(`${councilOf(own).referencePrefix}-\\w{4}-\\w{4}`).exec(sent)?.[0];
			assert.ok(reference, sent.slice(0, 2_000));
			const followers = `/services/${service.id}/reports/${reference}/followers`;
			assert.equal((await own.visitor().ask(followers)).status, 200, "others may follow it");
			assert.match((await own.visitor().ask(`/search?q=${reference}`)).text, /href="\/track/);
			assert.equal((await other.visitor().ask(followers)).status, 404);
			assert.match((await queue(own)).text, new RegExp(reference));
			assert.doesNotMatch((await queue(other)).text, new RegExp(reference));
		}
	});

	const queue = async (program: Program) => (await program.officer()).ask("/desk/requests");

	/** Answers the form page by page as a customer in a hurry would, sends it, and reads the page that follows. */
	async function send({ house }: Program, customer: Caller, service: Service): Promise<string> {
		let page = await customer.follow(`/services/${service.id}/form`);
		for (let steps = 0; steps < 60; steps++) {
			if (page.path.endsWith("/sent")) return page.text;
			const on = /<a href="([^"]+)" role="button"/.exec(page.text)?.[1];
			if (/\/(risk|stop|check|nearby)\//.test(page.path) && on)
				page = await customer.follow(on.replaceAll("&amp;", "&"));
			else {
				const asked = askedOn(page.path, page.text, service.form);
				const fields = asked ? fieldsOn(page.path, page.text, service.form, councilPart.of(house)) : [];
				const taken = await customer.post(page.path, fields);
				assert.equal(taken.status, 303, `${page.path}: ${taken.text.slice(0, 2_000)}`);
				page = await customer.follow(taken.headers.get("location") ?? "");
			}
		}
		assert.fail(`the form of ${service.id} did not come to its end`);
	}
});

function stylesOf(page: string): string {
	return /<link [^>]*href="([^"]+\.css)"/.exec(page)?.[1] ?? "";
}
