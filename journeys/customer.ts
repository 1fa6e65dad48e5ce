/** A customer who fills any form to its end by reading its definition, in a browser in which no script of ours arrives. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import {
	type Answers,
	type AnswerValue,
	mustBeAnswered,
	type PageOfQuestions,
	type Question,
	risksAfter,
	stopAfter,
} from "../src/modules/forms/index.ts";
import type { Service } from "../src/modules/services/index.ts";
import type { Council } from "../src/platform/council/index.ts";
import { askedOn, fieldsFor, ticksOf } from "../src/sites/public/journey/answering.ts";
import { attach } from "./papers.ts";

/** What a page is, for whoever looks at it: `shape` is the same for pages that are laid out alike. */
export type Met = { shape: string; wrong: boolean };

export type Customer = {
	page: Page;
	council: Council;
	/** Called on each page that comes, before it is answered. */
	look(met: Met): Promise<void>;
	/** Whether a page of this shape is to be sent empty first. */
	emptyFirst(shape: string): boolean;
};

/** From the start page to the confirmation; answers the reference. */
export async function fill(customer: Customer, service: Service): Promise<string> {
	const { page, look } = customer;
	await page.goto(`/services/${service.id}`);
	await look({ shape: "start page", wrong: false });
	await press(page, page.getByRole("button", { name: service.definition.start.button, exact: true }));
	const way: Way = { ...customer, service, ticked: {}, strayed: false };
	for (let pages = 0; pages < 120; pages++) {
		const at = new URL(page.url()).pathname;
		if (at.endsWith("/sent")) {
			await look({ shape: "confirmation", wrong: false });
			return referenceOn(page);
		}
		if (at.endsWith("/answers")) await send(way);
		else if (between.test(at)) await goOn(way, at);
		else if (await page.locator('main input[name="add"]').count()) await addOrGoOn(way);
		else await answer(way, at);
	}
	assert.fail(`the form goes on and on: ${page.url()}`);
}

/** What may stand between two pages. */
const between = /\/(risk|stop|check|nearby)\//;

/** A customer on the way through a form. */
type Way = Customer & {
	service: Service;
	/** What was chosen so far. */
	ticked: Answers;
	/** Whether an answer was tried that advice follows; one of each form is. */
	strayed: boolean;
};

async function send({ page, look, service }: Way): Promise<void> {
	await look({ shape: "answers", wrong: false });
	await press(page, page.getByRole("button", { name: service.form.definition.send, exact: true }));
}

/** Past what stands between two pages. */
async function goOn(way: Way, at: string): Promise<void> {
	const on = way.page.locator("main a.govuk-button");
	await lookBetween(way, at);
	assert.equal(await on.count(), 1, `the answers lead no further than ${at}: ${await way.page.title()}`);
	await press(way.page, on);
}

async function lookBetween({ page, look }: Way, at: string): Promise<void> {
	const parts = { "a box to call": ".fd-call", "a way on": "a.govuk-button" };
	const has = await Promise.all(Object.values(parts).map((part) => page.locator(`main ${part}`).count()));
	const withParts = Object.keys(parts).filter((_, place) => (has[place] ?? 0) > 0);
	await look({ shape: [between.exec(at)?.[1] ?? "", ...withParts].join(" with "), wrong: false });
}

/** A list of items: as many as there must be, and one where there need be none. */
async function addOrGoOn({ page, look, service }: Way): Promise<void> {
	const count = await page.locator('main a[href*="/removal"]').count();
	await look({ shape: count > 0 ? "list of items" : "list without items", wrong: false });
	const inside = page.url().includes("/items/");
	const id = /\/form\/[^/]+\/([^/?]+)/.exec(page.url())?.[1] ?? service.form.pages[0]?.page.id;
	const [group] = service.form.pages.find((one) => one.page.id === id)?.page.questions ?? [];
	const least = group?.kind === "group" && !inside ? Math.max(1, group.least) : 1;
	await type(page, [["add", count < least ? "yes" : "no"]]);
	await press(page, buttonThatGoesOn(page));
}

async function answer(way: Way, at: string): Promise<void> {
	const { page, look, service } = way;
	const asked = askedOn(at, await page.content(), service.form);
	assert.ok(asked && asked.questions.length > 0, `${at} is no page of the form: ${await page.title()}`);
	const { questions } = asked;
	const shape = [...new Set(questions.map(({ kind }) => kind))].sort().join(", ");
	await look({ shape, wrong: false });
	if (questions.some(mustBeAnswered) && way.emptyFirst(shape)) {
		await press(page, buttonThatGoesOn(page));
		assert.equal(await page.locator(".govuk-error-summary").count(), 1, `${shape} may not be left empty`);
		await look({ shape, wrong: true });
	}
	if (!at.includes("/items/")) await stray(way, asked);
	await fillIn(way, questions);
	await press(page, buttonThatGoesOn(page));
	const wrong = await page.locator(".govuk-error-summary").allInnerTexts();
	assert.deepEqual(wrong, [], `good answers to ${questions.map(({ id }) => id).join(", ")}`);
}

/** Gives the first answer of a form that advice follows, looks at the advice, and comes back to the page. */
async function stray(way: Way, asked: PageOfQuestions): Promise<void> {
	const { page, service, ticked } = way;
	const [only, ...others] = asked.questions;
	if (way.strayed || !only || others.length > 0) return;
	const astray = ticksOf(only).find((tick) => {
		const answers = { ...ticked, [only.id]: only.kind === "choices" ? [tick] : tick };
		return stopAfter(service.form, asked.id, answers) || risksAfter(service.form, asked.id, answers).length > 0;
	});
	if (astray === undefined) return;
	way.strayed = true;
	await type(page, [[only.id, astray]]);
	await press(page, buttonThatGoesOn(page));
	const at = new URL(page.url()).pathname;
	assert.match(at, between, `advice follows the answer ${JSON.stringify(astray)} to ${only.id}`);
	await lookBetween(way, at);
	await press(page, page.getByRole("link", { name: "Back", exact: true }));
}

async function fillIn(way: Way, questions: readonly Question[]): Promise<void> {
	const { page, council, service } = way;
	const boxes = questions.flatMap((question) => typed(question, council, service));
	await type(page, boxes);
	for (const question of questions) {
		if (question.kind === "files" || question.kind === "photos") await attach(page, question);
		if ((question.kind === "address" || question.kind === "property") && (await findAddress(way, question.id)))
			await type(page, boxes);
		if (question.kind === "place" && question.asset) await pickThing(way, question.id);
		if (ticksOf(question).length > 0) way.ticked = { ...way.ticked, [question.id]: tickedIn(question, boxes) };
	}
}

/** Answers all that stands on one screen of the desk, and presses its button that sends. */
export async function answerScreen(page: Page, service: Service, council: Council): Promise<void> {
	const asked = service.form.pages.flatMap((one) => one.page.questions.flatMap(onScreen));
	await type(
		page,
		asked.flatMap((question) => typed(question, council, service)),
	);
	for (const question of asked)
		if (question.kind === "files" || question.kind === "photos") await attach(page, question);
	await press(page, page.getByRole("button", { name: service.form.definition.send, exact: true }));
}

/** On one screen the questions of items are called by their place in the list. */
function onScreen(question: Question): Question[] {
	if (question.kind !== "group") return [question];
	const items = Array.from({ length: Math.max(1, question.least) }, (_, at) => `${question.id}[${at}]`);
	return items.flatMap((item) =>
		question.questions.flatMap((inner) => onScreen({ ...inner, id: `${item}[${inner.id}]` })),
	);
}

function tickedIn({ id, kind }: Question, boxes: readonly (readonly [string, string])[]): AnswerValue {
	const values = boxes.filter(([name]) => name === id).map(([, value]) => value);
	return kind === "choices" ? values : (values[0] ?? "");
}

/** By its postcode, and from the list of what stands there; false where the page asks for it line by line. */
async function findAddress({ page, council, look }: Way, id: string): Promise<boolean> {
	const find = page.locator(`main .govuk-button[name="${id}[go]"][value="find"]`);
	if (!(await find.count())) return false;
	await type(page, [[`${id}[postcode]`, postcodeOf(council)]]);
	await press(page, find);
	await look({ shape: "list of addresses", wrong: false });
	await page.locator(`main select[name="${id}[uprn]"]`).selectOption({ index: 1 });
	return true;
}

/** The lamp post or the like, from those near the place; by the number on it where they are not listed. */
async function pickThing({ page, look }: Way, id: string): Promise<void> {
	const near = page.locator(`main [name="${id}[go]"][value="near"]`);
	if (!(await near.count())) return type(page, [[`${id}[asset]`, "12"]]);
	await press(page, near);
	await look({ shape: "list of things near a place", wrong: false });
	const first = page.locator(`main [name="${id}[pick]"]`).first();
	if (await first.count()) await first.check();
}

function postcodeOf(council: Council): string {
	return council.contact.address.at(-1) ?? "";
}

/** What is typed into the boxes of a question. A place is given in words: without script there is no map. */
function typed(question: Question, council: Council, { form }: Service): [string, string][] {
	const { id } = question;
	if (question.kind !== "place") return fieldsFor(question, council, form);
	return [
		[`${id}[postcode]`, postcodeOf(council)],
		[`${id}[street]`, "High Street"],
		[`${id}[description]`, "Behind the garages"],
	].map(([name = "", value = ""]) => [name, value]);
}

/** The green button; that of an address question when the page has no other. */
function buttonThatGoesOn(page: Page) {
	return page.locator("main form .govuk-button:not(.govuk-button--secondary)").last();
}

/** Presses and waits for the page that comes. Without the mouse's way there, which takes as long as the page: other journeys go it. */
async function press(page: Page, what: Locator): Promise<void> {
	await Promise.all([page.waitForEvent("domcontentloaded"), what.dispatchEvent("click")]);
}

async function referenceOn(page: Page): Promise<string> {
	const words = await page.locator("main").innerText();
	const reference = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0];
	assert.ok(reference, `a reference stands in: ${words}`);
	return reference;
}

/** Puts answers into the boxes that the page has; the parts of an address that is looked up have none yet. */
async function type(page: Page, fields: readonly (readonly [string, string])[]): Promise<void> {
	await page.evaluate(putIn, fields);
}

/** Runs in the browser. */
function putIn(fields: readonly (readonly [string, string])[]): void {
	const boxes = (name: string) => document.querySelectorAll(`main form [name="${CSS.escape(name)}"]`);
	const isTicked = (box: Element) => box instanceof HTMLInputElement && ["radio", "checkbox"].includes(box.type);
	for (const [name] of fields)
		for (const box of boxes(name)) if (box instanceof HTMLInputElement && isTicked(box)) box.checked = false;
	for (const [name, value] of fields) {
		for (const box of boxes(name)) {
			if (box instanceof HTMLInputElement && isTicked(box)) box.checked ||= box.value === value;
			else if (box instanceof HTMLInputElement && box.type !== "hidden") box.value = value;
			else if (box instanceof HTMLSelectElement || box instanceof HTMLTextAreaElement) box.value = value;
		}
	}
}
