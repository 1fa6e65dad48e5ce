import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { publicServices, type Service } from "../src/modules/services/index.ts";
import { councilPart } from "../src/platform/council/index.ts";
import { fill, type Met } from "./customer.ts";
import { faultsSeen, narrow, wide } from "./looking.ts";
import { keepPicture, town, visitor } from "./town.ts";

/** Customers at once. */
const atOnce = 3;

/** Pages of a shape are laid out alike: each is looked at on a phone, and the first of them on a desk too. */
const seenWide = new Set<string>();
/** Shapes that were sent empty. */
const sentEmpty = new Set<string>();

function claimed(shapes: Set<string>, shape: string): boolean {
	const isFirst = !shapes.has(shape);
	shapes.add(shape);
	return isFirst;
}

/** Fills a form; answers what was seen to be wrong on its pages. */
async function faultsOnTheWay(page: Page, service: Service): Promise<string[]> {
	const faults: string[] = [];
	const look = async ({ shape, wrong }: Met) => {
		const isFirst = claimed(seenWide, `${shape}${wrong}`);
		const seen = await faultsSeen(page, isFirst ? [narrow, wide] : [narrow]);
		const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, "…");
		faults.push(...seen.map((fault) => `${path}${wrong ? ", sent empty," : ""} ${fault}`));
		if (isFirst) await keepPicture(page, `${shape}${wrong ? " wrong" : ""}`);
	};
	const council = councilPart.of((await town()).house);
	const emptyFirst = (shape: string) => claimed(sentEmpty, shape);
	const reference = await fill({ page, council, look, emptyFirst }, service);
	assert.ok(reference);
	return faults;
}

test("every form of the pack can be filled to its confirmation without script, and every page on the way is sound", {
	timeout: 400_000,
	concurrency: atOnce,
}, async (t) => {
	const { house } = await town();
	const waiting = [...publicServices(house)];
	assert.ok(waiting.length > 0);
	const customer = async () => {
		const { page, context } = await visitor({ script: false, width: narrow });
		for (let service = waiting.shift(); service; service = waiting.shift()) {
			const asked = service;
			await t.test(asked.id, async () => assert.deepEqual(await faultsOnTheWay(page, asked), []));
		}
		await context.close();
	};
	await Promise.all(Array.from({ length: atOnce }, customer));
});
