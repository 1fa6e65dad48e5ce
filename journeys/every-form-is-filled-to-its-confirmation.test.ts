import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { publicServices, type Service } from "../src/modules/services/index.ts";
import { readConfig } from "../src/platform/config/index.ts";
import { councilPart } from "../src/platform/council/index.ts";
import { fill, type Met } from "./customer.ts";
import { faultsSeen, narrow, wide } from "./looking.ts";
import { keepPicture, openTown, type Town, town, visitor } from "./town.ts";

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

/** Fills a form; answers what was seen to be wrong on its pages: on all of them, or on the first of each shape. */
async function faultsOnTheWay({ house, url }: Town, page: Page, service: Service, all: boolean): Promise<string[]> {
	const faults: string[] = [];
	const look = async ({ shape, wrong }: Met) => {
		const isFirst = claimed(seenWide, `${url} ${shape}${wrong}`);
		if (!isFirst && !all) return;
		const seen = await faultsSeen(page, isFirst ? [narrow, wide] : [narrow]);
		const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, "…");
		faults.push(...seen.map((fault) => `${path}${wrong ? ", sent empty," : ""} ${fault}`));
		if (isFirst) await keepPicture(page, `${shape}${wrong ? " wrong" : ""}`);
	};
	const council = councilPart.of(house);
	const emptyFirst = (shape: string) => claimed(sentEmpty, shape);
	const reference = await fill({ page, council, look, emptyFirst }, service);
	assert.ok(reference);
	return faults;
}

async function fillAll(t: TestContext, town: Town, lookAtAll: boolean): Promise<void> {
	const waiting = [...publicServices(town.house)];
	assert.ok(waiting.length > 0);
	const customer = async () => {
		const { page, context } = await visitor({ script: false, width: narrow }, town);
		for (let service = waiting.shift(); service; service = waiting.shift()) {
			const asked = service;
			await t.test(asked.id, async () => assert.deepEqual(await faultsOnTheWay(town, page, asked, lookAtAll), []));
		}
		await context.close();
	};
	await Promise.all(Array.from({ length: atOnce }, customer));
}

const options = { timeout: 560_000, concurrency: atOnce };

test(
	"every form can be filled to its confirmation without script, and every page on the way is sound",
	options,
	async (t) => fillAll(t, await town(), true),
);

for (const council of otherCouncils())
	test(`every form of ${council} can be filled too, and every shape of its pages is sound`, options, async (t) => {
		const other = await openTown(council);
		try {
			await fillAll(t, other, false);
		} finally {
			await other.close();
		}
	});

/** The packs beside the one that is run when none is named. */
function otherCouncils(): string[] {
	const packs = readdirSync(resolve("packs"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return packs
		.map(({ name }) => name)
		.filter((name) => name !== readConfig({ COUNCIL: process.env["COUNCIL"] }).COUNCIL);
}
