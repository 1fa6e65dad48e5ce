import { randomInt } from "node:crypto";
import type { Context } from "../../platform/context/index.ts";
import { isRefusal, refuse, type Refusal } from "../../platform/refusal/index.ts";
import { changeDraft, type NotSaved, settled } from "./actions.ts";
import { type Answers, type AnswerValue, type FileAnswer, filesOf, itemsOf } from "./answer.ts";
import type { PageOfQuestions } from "./definition.ts";
import type { Form } from "./form.ts";
import { type Group, namedItem, nameOfItem } from "./items.ts";
import type { Draft, DraftKey } from "./queries.ts";
import type { Question } from "./question.ts";

/** A list of items in a draft: of a group of the form, or of one inside an item. */
export type ItemsAt = {
	readonly page: PageOfQuestions;
	readonly group: Group;
	readonly inside?: { readonly group: Group; readonly item: string };
};

/** `full`: another tab added the last one there may be. `gone-item`: what it would stand in was removed. */
export type NotKept = NotSaved | Refusal<"full", undefined> | Refusal<"gone-item", undefined>;

const letters = "bcdfghjkmnpqrstvwxyz23456789";

/** A name for an item that is about to be answered. Two tabs that add one each have two names, so neither loses its own. */
export function newItemName(): string {
	return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}

/** Keeps the answers of one page of an item, the first of which adds it. */
export async function saveItem(
	ctx: Context,
	key: DraftKey,
	form: Form,
	at: ItemsAt,
	name: string,
	asked: { questions: readonly Question[]; answers: Answers },
): Promise<{ draft: Draft } | NotKept> {
	return changeItem(ctx, key, form, at, name, (item) => {
		const kept: Record<string, AnswerValue> = { ...item };
		for (const { id } of asked.questions) delete kept[id];
		return { ...kept, ...asked.answers };
	});
}

/** Adds files to an answer of an item, as many as there may be. */
export async function addItemFiles(
	ctx: Context,
	key: DraftKey,
	form: Form,
	at: ItemsAt,
	name: string,
	question: { id: string; most: number },
	files: readonly FileAnswer[],
): Promise<{ draft: Draft } | NotKept> {
	return changeItem(ctx, key, form, at, name, (item) => {
		const all = [...filesOf(item[question.id]), ...files].slice(0, question.most);
		return { ...item, [question.id]: all };
	});
}

export async function removeItemFile(
	ctx: Context,
	key: DraftKey,
	form: Form,
	at: ItemsAt,
	name: string,
	fileId: string,
): Promise<{ draft: Draft } | NotKept> {
	return changeItem(ctx, key, form, at, name, (item) => {
		const left = Object.entries(item).map(([id, value]): [string, AnswerValue] => {
			const files = filesOf(value);
			return files.length === 0 ? [id, value] : [id, files.filter((file) => file.fileId !== fileId)];
		});
		return Object.fromEntries(left.filter(([, value]) => !Array.isArray(value) || value.length > 0));
	});
}

async function changeItem(
	ctx: Context,
	key: DraftKey,
	form: Form,
	at: ItemsAt,
	name: string,
	change: (item: Answers) => Answers,
): Promise<{ draft: Draft } | NotKept> {
	type Changed = { draft: Draft; refused?: "full" | "gone-item" };
	const changed = await changeDraft(ctx, key, (draft): Changed => {
		const items = itemsAt(draft.answers, at);
		if (!items) return { draft, refused: "gone-item" };
		const place = items.findIndex((item, number) => nameOfItem(item, number) === name);
		if (place < 0 && items.length >= at.group.most) return { draft, refused: "full" };
		const now =
			place < 0
				? [...items, namedItem(change({}), name)]
				: items.map((item, number) => (number === place ? change(item) : item));
		return { draft: withItems(form, draft, at, now) };
	});
	if (isRefusal(changed) || !changed.refused) return changed;
	return changed.refused === "full" ? refuse("full") : refuse("gone-item");
}

/** Takes an item away. One that is gone already is gone. */
export async function removeItem(
	ctx: Context,
	key: DraftKey,
	form: Form,
	at: ItemsAt,
	name: string,
): Promise<{ draft: Draft } | NotSaved> {
	return changeDraft(ctx, key, (draft) => {
		const items = itemsAt(draft.answers, at) ?? [];
		const left = items.filter((item, number) => nameOfItem(item, number) !== name);
		return { draft: left.length === items.length ? draft : withItems(form, draft, at, left) };
	});
}

/** Notes that a customer has no more to add to a group of the form. Its items stay as they are, whatever another tab added. */
export async function passGroup(
	ctx: Context,
	key: DraftKey,
	form: Form,
	page: PageOfQuestions,
): Promise<{ draft: Draft } | NotSaved> {
	return changeDraft(ctx, key, (draft) => ({ draft: settled(form, draft, page, draft.answers) }));
}

/** The items as they are kept; undefined when the item they would stand in is gone. */
export function itemsAt(answers: Answers, { group, inside }: ItemsAt): Answers[] | undefined {
	if (!inside) return itemsOf(answers[group.id]);
	const outer = itemsOf(answers[inside.group.id]).find((item, at) => nameOfItem(item, at) === inside.item);
	return outer && itemsOf(outer[group.id]);
}

function withItems(form: Form, draft: Draft, { page, group, inside }: ItemsAt, items: Answers[]): Draft {
	const { answers } = draft;
	const changed = inside
		? withList(
				answers,
				inside.group.id,
				itemsOf(answers[inside.group.id]).map((item, at) =>
					nameOfItem(item, at) === inside.item ? withList(item, group.id, items) : item,
				),
			)
		: withList(answers, group.id, items);
	const { seen, ...kept } = settled(form, draft, page, changed);
	// Only "no more to add" passes the page.
	return { ...kept, seen: draft.seen };
}

function withList(answers: Answers, id: string, items: Answers[]): Answers {
	const { [id]: _, ...others } = answers;
	return items.length === 0 ? others : { ...others, [id]: items };
}
