import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { submitRequest } from "../src/modules/requests/index.ts";
import { type Service, services } from "../src/modules/services/index.ts";
import { visitor as anyone } from "../src/platform/context/index.ts";
import { mustBeSound, officer, signIn, town, visitor } from "./town.ts";

/** A request of the first service like that, made just now by someone with an email address. */
async function request(email: string, isLike: (service: Service) => boolean) {
	const { house } = await town();
	const service = services(house).find((one) => !one.definition.confidential && isLike(one));
	assert.ok(service, "the pack has such a service");
	const ctx = { house, actor: anyone, now: new Date(), correlation: crypto.randomUUID() };
	const customer = { name: "Ruth Calvert", email };
	const made = await submitRequest(ctx, { service, channel: "web", answers: {}, customer });
	return { ...made, service };
}

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
	.png()
	.toBuffer();

test("an officer asks for papers, the customer sends them without script, and the request goes on", async () => {
	const { letterbox } = await town();
	const email = "ruth.papers@mail.example";
	const { reference, link, service } = await request(email, ({ definition }) =>
		definition["asks-customer"].some(
			({ moves, answered, questions }) =>
				moves !== undefined && answered.move !== undefined && questions.every(({ kind }) => kind === "files"),
		),
	);
	const set = service.definition["asks-customer"].find(({ answered }) => answered.move !== undefined);
	const stageName = (id: string | undefined) => service.definition.stages.find((one) => one.id === id)?.name ?? "";
	assert.ok(set);
	const desk = await visitor();
	await signIn(desk.page, await officer("Mo Iqbal", ["officer"], [service.definition.owner]));
	await desk.page.goto(`/desk/requests/${reference}`);
	await desk.page.getByRole("button", { name: "Ask the customer" }).click();
	await mustBeSound(desk.page, "ask the customer");
	await desk.page.getByRole("button", { name: "Ask the customer" }).click();
	await mustBeSound(desk.page, "ask the customer nothing");
	await desk.page.getByLabel(set.name, { exact: true }).check();
	await desk.page.getByRole("button", { name: "Ask the customer" }).click();
	await desk.page.waitForURL(/done=asked/);
	await mustBeSound(desk.page, "request with a question");
	assert.match(await desk.page.locator("main").innerText(), /Asked of the customer[^]*Waiting/);

	const letter = await letterbox.letterTo(email, ({ subject }) => subject.startsWith("We need to know more"));
	assert.match(letter.text, /Please answer by/);
	const address = /https?:\/\/\S+(\/track\/\S+)/.exec(letter.text)?.[1];
	assert.equal(address, link);
	const customer = await visitor({ script: false, width: 320 });
	await customer.page.goto(address);
	await mustBeSound(customer.page, "track a request with a question");
	await customer.page.getByRole("button", { name: "Answer now" }).click();
	await mustBeSound(customer.page, "answer a question");
	await customer.page.getByRole("button", { name: "Send your answer" }).click();
	await mustBeSound(customer.page, "answer a question with nothing");
	assert.match(await customer.page.locator("main").innerText(), /There is a problem/);
	const paper = { name: "paper.png", mimeType: "image/png", buffer: photo };
	await customer.page.locator("input[type=file]").first().setInputFiles(paper);
	await customer.page.getByRole("button", { name: "Add files" }).first().click();
	await customer.page
		.getByText(/^paper\./)
		.first()
		.waitFor();
	await mustBeSound(customer.page, "answer a question with a file");
	await customer.page.goto(address);
	await customer.page.getByRole("button", { name: "Go on with your answer" }).click();
	await customer.page.getByRole("button", { name: "Send your answer" }).click();
	await customer.page.waitForURL(/done=answered/);
	await mustBeSound(customer.page, "track a request with an answer");
	assert.match(await customer.page.locator("main").innerText(), /You answered our question/);
	await letterbox.letterTo(email, ({ subject }) => subject.startsWith("Thank you for your answer"));

	await desk.page.goto(`/desk/requests/${reference}`);
	await mustBeSound(desk.page, "request with an answer");
	const shown = await desk.page.locator("main").innerText();
	assert.ok(
		shown.includes(`Moved to ${stageName(set.answered.move)}`) && shown.includes("The customer answered"),
		shown,
	);
	await desk.context.close();
	await customer.context.close();
});

test("an officer asks somebody outside, who replies by the link in their email", async () => {
	const { letterbox } = await town();
	const { reference, service } = await request("ruth.opinion@mail.example", ({ definition }) =>
		definition.opinions.some(
			({ moves, questions }) =>
				moves.length > 0 && questions.every(({ kind }) => kind === "text" || kind === "long-text" || kind === "yes-no"),
		),
	);
	const opinion = service.definition.opinions.find(({ moves }) => moves.length > 0);
	assert.ok(opinion);
	const to = "kit@partner.example";
	const desk = await visitor();
	await signIn(desk.page, await officer("Ana Silva", ["officer"], [service.definition.owner]));
	await desk.page.goto(`/desk/requests/${reference}`);
	await desk.page.getByRole("button", { name: "Ask for an opinion" }).click();
	await desk.page.getByRole("button", { name: "Send them the link" }).click();
	await mustBeSound(desk.page, "ask for no opinion");
	await desk.page.getByLabel(opinion.name, { exact: true }).check();
	await desk.page.getByLabel("Their name").fill("Kit Moss");
	await desk.page.getByLabel("Their email address").fill(to);
	await desk.page.getByLabel("Anything to add for them").fill("It is behind the shops.");
	await desk.page.getByRole("button", { name: "Send them the link" }).click();
	await desk.page.waitForURL(/done=opinion-asked/);

	const letter = await letterbox.letterTo(to);
	const path = /https?:\/\/\S+(\/opinions\/\S+)/.exec(letter.text)?.[1];
	assert.ok(path);
	const partner = await visitor({ script: false, width: 320 });
	const answered = await partner.page.goto(path);
	assert.equal(answered?.headers()["referrer-policy"], "no-referrer");
	assert.equal(answered?.headers()["cache-control"], "no-store");
	await mustBeSound(partner.page, "opinion");
	const about = await partner.page.locator("main").innerText();
	assert.ok(about.includes(reference) && about.includes("It is behind the shops.") && !about.includes("Ruth"), about);
	await partner.page.getByRole("button", { name: "Answer now" }).click();
	await mustBeSound(partner.page, "opinion questions");
	await partner.page.getByRole("button", { name: "Send", exact: true }).click();
	await mustBeSound(partner.page, "opinion questions with problems");
	for (const box of await partner.page.locator("main form textarea, main form input[type=text]").all()) {
		await box.fill("We start on Monday.");
	}
	for (const yes of await partner.page.getByLabel("Yes", { exact: true }).all()) await yes.check();
	const stage = service.definition.stages.find(({ id }) => id === opinion.moves[0])?.name ?? "";
	await partner.page.getByLabel(stage, { exact: true }).check();
	await partner.page.getByRole("button", { name: "Send", exact: true }).click();
	await partner.page.waitForURL(/done=yes/);
	await mustBeSound(partner.page, "opinion given");

	await desk.page.goto(`/desk/requests/${reference}`);
	await mustBeSound(desk.page, "request with an opinion");
	const shown = await desk.page.locator("main").innerText();
	assert.ok(shown.includes("Kit Moss") && shown.includes(`Moved to ${stage}`), shown);
	await desk.page.getByRole("link", { name: /Withdraw the link/ }).click();
	await mustBeSound(desk.page, "withdraw a link");
	await desk.page.getByRole("button", { name: "Withdraw the link" }).click();
	await desk.page.waitForURL(/done=opinion-withdrawn/);
	await partner.page.goto(path);
	await mustBeSound(partner.page, "opinion withdrawn");
	assert.match(await partner.page.locator("main").innerText(), /taken this link back/);
	await desk.context.close();
	await partner.context.close();
});
