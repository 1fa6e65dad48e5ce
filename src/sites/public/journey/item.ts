import type { Context } from "../../../platform/context/index.ts";
import { type Answer, redirect, type Upload, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Answers, groups, type PageOfQuestions, type Problem, type Typed } from "../../../modules/forms/index.ts";
import { answersAt, itemAt, withChange, within } from "./addresses.ts";
import { partAfter, partBefore, type Scope } from "./items.ts";
import { lookUp, offersFor, type Offers, readLooked } from "./lookUps.ts";
import { showQuestions } from "./question.views.ts";
import { goesLater, leave, typedAt } from "./saving.ts";
import { gone } from "./step.ts";
import { asksFiles, noneSelected, takeFilesInto } from "./uploads.ts";

/** A page of an item, from 0. */
export type ItemPlace = { readonly item: string; readonly part: number };

/** What a page of an item asks, and what was answered of it so far. Undefined when there can be no such page now. */
type Asked = { page: PageOfQuestions; item: Answers; isNew: boolean };

function askedAt({ step, at, items, around }: Scope, { item: name, part }: ItemPlace): Asked | undefined {
	const found = items.findIndex((one, place) => groups.nameOfItem(one, place) === name);
	const isNew = found < 0;
	const item = items[found] ?? {};
	const questions = groups.partsOf(step.service.form, at.group, item, around)[part];
	if (!questions) throw new NotFound("There is no such page.");
	if (questions.length === 0 || (isNew && (part > 0 || items.length >= at.group.most))) return undefined;
	const title = questions.length > 1 ? groups.itemInWords(at.group, isNew ? items.length : found) : undefined;
	return { page: { id: at.page.id, ...(title ? { title } : {}), questions, needs: [], checks: [] }, item, isNew };
}

export async function showItem(ctx: Context, visit: Visit, scope: Scope, place: ItemPlace): Promise<Answer> {
	const asked = askedAt(scope, place);
	if (!asked) return redirect(withChange(partAfter(scope, place.item, place.part), scope.step.change));
	const offers = await offersFor(ctx, asked.page, asked.item);
	return shown(ctx, visit, scope, place, asked, { offers, ...typedAt(scope.step.draft, addressOf(scope, place)) });
}

type Wrong = { offers?: Offers; typed?: Readonly<Record<string, Typed>>; problems?: readonly Problem[] };

function shown(
	ctx: Context,
	visit: Visit,
	scope: Scope,
	place: ItemPlace,
	{ page, item, isNew }: Asked,
	wrong: Wrong,
): Answer {
	const { step, at, items } = scope;
	const number = isNew ? items.length : items.findIndex((one, index) => groups.nameOfItem(one, index) === place.item);
	return showQuestions(ctx, visit, {
		service: step.service,
		page,
		answers: item,
		action: withChange(itemAt(scope.path, place.item, place.part), step.change),
		back: withChange(partBefore(scope, place.item, place.part), step.change),
		journey: step.journey,
		change: step.change,
		...(page.title === undefined ? { caption: groups.itemInWords(at.group, number) } : {}),
		filesPath: filesPath(scope, place),
		...wrong,
	});
}

/** Of a page of an item, within its form. */
function addressOf({ path, step }: Scope, { item, part }: ItemPlace): string {
	return within(step.journey, itemAt(path, item, part));
}

/** With its number always, so that "files" is never taken for one. */
function filesPath({ path }: Scope, { item, part }: ItemPlace): string {
	return `${itemAt(path, item)}/${part + 1}/files`;
}

export async function answerItem(
	ctx: Context,
	visit: Visit,
	scope: Scope,
	place: ItemPlace,
	form: Readonly<Record<string, unknown>>,
	files: readonly Upload[],
): Promise<Answer> {
	const { step, at, around } = scope;
	const asked = askedAt(scope, place);
	if (!asked) return redirect(withChange(scope.path, step.change));
	const { page } = asked;
	const taken = await take(ctx, scope, place, asked, { files, address: visit.address });
	const looked = await lookUp(ctx, visit, page, form);
	const { typed, offers, again, ...read } = readLooked(ctx, page, form, looked, { ...around, ...taken.held });
	const problems = [...taken.problems, ...read.problems, ...(again ? [] : nothing(asked, taken.held, read))];
	const later = goesLater(form);
	if (later && taken.problems.length === 0 && (problems.length > 0 || again)) {
		return leave(ctx, step, { at: addressOf(scope, place), typed });
	}
	if (problems.length > 0 || again) {
		return shown(ctx, visit, scope, place, { ...asked, item: taken.held }, { typed, offers, problems });
	}
	const { questions } = page;
	const { answers } = read;
	const saved = await groups.saveItem(ctx, step.key, step.service.form, at, place.item, { questions, answers });
	if (isRefusal(saved)) return notKept(ctx, scope, saved);
	if (later) return leave(ctx, step);
	const items = groups.itemsAt(saved.draft.answers, at) ?? [];
	return redirect(withChange(partAfter({ ...scope, items }, place.item, place.part), step.change));
}

/** An item of which nothing is said is none. */
function nothing(
	{ page, isNew }: Asked,
	held: Answers,
	read: { answers: Answers; problems: readonly unknown[] },
): Problem[] {
	const [first] = page.questions;
	const said = Object.keys(read.answers).length + Object.keys(held).length > 0;
	if (!isNew || said || read.problems.length > 0 || !first) return [];
	return [{ question: first.id, field: first.id, message: "Answer at least one of these questions" }];
}

function notKept(ctx: Context, { step, path }: Scope, { code }: groups.NotKept): Answer {
	if (code === "gone") return gone(ctx, step.service.id);
	return redirect(code === "sent" ? answersAt(step.journey) : withChange(path, step.change));
}

type Sent = { files: readonly Upload[]; address: string };

function take(ctx: Context, { step, at }: Scope, { item }: ItemPlace, asked: Asked, sent: Sent) {
	return takeFilesInto(ctx, asked.page, sent, asked.item, async (question, stored) => {
		const added = await groups.addFiles(ctx, step.key, step.service.form, at, item, question, stored);
		if (isRefusal(added)) return undefined;
		return groups.itemsAt(added.draft.answers, at)?.find((one, place) => groups.nameOfItem(one, place) === item);
	});
}

/** Keeps files that were chosen, and stays on the page. */
export async function addFilesTo(
	ctx: Context,
	visit: Visit,
	scope: Scope,
	place: ItemPlace,
	files: readonly Upload[],
): Promise<Answer> {
	const asked = askedAt(scope, place);
	const question = asked?.page.questions.find(asksFiles);
	if (!asked || !question) return redirect(withChange(scope.path, scope.step.change));
	const { held, problems: unfit } = await take(ctx, scope, place, asked, { files, address: visit.address });
	const problems = files.length === 0 ? [noneSelected(question)] : unfit;
	if (problems.length > 0) return shown(ctx, visit, scope, place, { ...asked, item: held }, { problems });
	return redirect(withChange(itemAt(scope.path, place.item, place.part), scope.step.change));
}

export async function removeFileFrom(ctx: Context, scope: Scope, place: ItemPlace, file: string): Promise<Answer> {
	const { step, at, items, path } = scope;
	const here = withChange(itemAt(path, place.item, place.part), step.change);
	if (!items.some((item, index) => groups.nameOfItem(item, index) === place.item)) return redirect(here);
	const removed = await groups.removeFile(ctx, step.key, step.service.form, at, place.item, file);
	return isRefusal(removed) ? notKept(ctx, scope, removed) : redirect(here);
}
