import { isDeepStrictEqual } from "node:util";
import { type RawBuilder, sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../platform/context/index.ts";
import type { Tx } from "../../platform/db/connect.ts";
import { isRefusal, refuse, type Refusal } from "../../platform/refusal/index.ts";
import { type Answers, type AnswerValue, type FileAnswer, filesOf } from "./answer.ts";
import type { Form } from "./form.ts";
import { stopAfter, withoutHidden } from "./path.ts";
import { removedSoFar } from "./removed.ts";
import { type Draft, type DraftKey, keptSince, lockDraft } from "./queries.ts";
import type { PageOfQuestions } from "./definition.ts";
import { isOvertaken, keptUnfinished, type Unfinished, writerOf } from "./returning/page.ts";
import { type Known, sourcesOf, speaker } from "./source.ts";

type DraftStart = {
	service: { id: string; version: number };
	/** What the council knows of the customer, for the boxes of questions that ask it again. */
	known?: Known;
	/** Its id, where whoever begins it may ask twice: the second time begins no other. */
	id?: string;
} & (
	| { browserHash: Buffer; channel: "web" | "desk" | "kiosk" }
	/** An officer begins it for a customer they speak with. */
	| { officerId: string; by: "phone" | "desk" }
);

/** Begins a draft without answers. */
export async function startDraft(ctx: Context, start: DraftStart): Promise<Draft> {
	const { service, known = {}, id = newId() } = start;
	const browser = "browserHash" in start ? start : { browserHash: null, channel: "desk" as const };
	await sql`with draft as (
			insert into forms.draft (id, browser_hash, service_id, service_version, channel, known, started_at, changed_at)
			values (${id}, ${browser.browserHash}, ${service.id}, ${service.version}, ${browser.channel},
				${JSON.stringify(known)}, ${ctx.now}, ${ctx.now}) on conflict do nothing returning id)${"officerId" in start ? opening(ctx, start) : nothing}
		select id from draft`.execute(ctx.house.db);
	const by = "officerId" in start ? start.by : undefined;
	return {
		id,
		serviceId: service.id,
		serviceVersion: service.version,
		answers: {},
		sources: {},
		known,
		unfinished: undefined,
		writers: {},
		by: by ?? (browser.channel === "kiosk" ? "kiosk" : undefined),
		seen: [],
		removed: [],
		submitted: undefined,
		changedAt: ctx.now,
	};
}

const nothing = sql``;

function opening(
	{ now }: Context,
	{ officerId, by }: { officerId: string; by: "phone" | "desk" },
): RawBuilder<unknown> {
	return sql`, opened as (
		insert into forms.draft_officer (draft_id, officer_id, channel, opened_at)
		select id, ${officerId}, ${by}, ${now}::timestamptz from draft)`;
}

/** `gone`: too old, or another browser's. `sent`: it became a request, whose reference is in the details. */
export type NotSaved = Refusal<"gone", undefined> | Refusal<"sent", { reference: string }>;

export type SavedPage = { draft: Draft };

/** Somebody else answered the page while it was open here; the draft is as they left it. */
type Overtaken = Refusal<"overtaken", { draft: Draft }>;

/**
 * Keeps the answers of one page in place of those given there before, and drops the answers that they now hide. Advice that
 * lets nobody on drops nothing: who came to it by a slip goes back and finds everything. `was` is the mark of the page as it was
 * shown (`markOf`): when another browser, or an officer, has answered it otherwise since, nothing is kept.
 */
export async function saveAnswers(
	ctx: Context,
	key: DraftKey,
	form: Form,
	page: PageOfQuestions,
	answers: Answers,
	was?: string,
): Promise<SavedPage | NotSaved | Overtaken> {
	const saved = await changeDraft(ctx, key, (draft) => {
		if (isOvertaken(draft, key, page, answers, was)) return { draft, overtaken: true };
		const merged: Record<string, AnswerValue> = { ...draft.answers };
		for (const { id } of page.questions) delete merged[id];
		const writers = { ...draft.writers, [page.id]: writerOf(key) };
		const unfinished = draft.unfinished?.at === page.id ? undefined : draft.unfinished;
		return {
			draft: { ...settled(form, draft, page, { ...merged, ...answers }), writers, unfinished },
			overtaken: false,
		};
	});
	if (isRefusal(saved)) return saved;
	return saved.overtaken ? refuse("overtaken", { draft: saved.draft }) : saved;
}

/** Keeps what was typed on a page as it was typed, to be shown there again. `at` names the page. */
export async function keepTyped(
	ctx: Context,
	key: DraftKey,
	unfinished: Unfinished,
): Promise<{ draft: Draft } | NotSaved> {
	return changeDraft(ctx, key, (draft) => ({ draft: { ...draft, unfinished: keptUnfinished(unfinished) } }));
}

/** The draft with answers in place of those it had, of which some on this page are new. */
export function settled(form: Form, draft: Draft, page: PageOfQuestions, merged: Answers): Draft {
	const stop = stopAfter(form, page.id, merged);
	const ends = stop !== undefined && stop.continue === undefined;
	const { answers: kept, dropped } = ends ? { answers: merged, dropped: [] } : withoutHidden(form, merged);
	const seen = [...new Set([...draft.seen, page.id])];
	const removed = removedSoFar(draft.removed, {
		dropped: dropped.map(({ id }) => id),
		changed: page.questions.map(({ id }) => id).filter((id) => !isDeepStrictEqual(draft.answers[id], merged[id])),
		answers: kept,
	});
	return { ...draft, answers: kept, seen, removed };
}

/** Adds photos that were stored, as many as there may be; `added` says how many that was. */
export async function addFiles(
	ctx: Context,
	key: DraftKey,
	question: { id: string; most: number },
	photos: readonly FileAnswer[],
): Promise<{ draft: Draft; added: number } | NotSaved> {
	return changeDraft(ctx, key, (draft) => {
		const before = filesOf(draft.answers[question.id]);
		const fresh = photos.filter((photo) => !before.some((one) => one.fileId === photo.fileId));
		const all = [...before, ...fresh].slice(0, question.most);
		return { draft: withFiles(draft, question.id, all), added: all.length - before.length };
	});
}

export async function removeFile(
	ctx: Context,
	key: DraftKey,
	questionId: string,
	fileId: string,
): Promise<{ draft: Draft } | NotSaved> {
	return changeDraft(ctx, key, (draft) => {
		const left = filesOf(draft.answers[questionId]).filter((photo) => photo.fileId !== fileId);
		return { draft: withFiles(draft, questionId, left) };
	});
}

function withFiles(draft: Draft, questionId: string, photos: FileAnswer[]): Draft {
	const { [questionId]: _, ...others } = draft.answers;
	return { ...draft, answers: photos.length === 0 ? others : { ...others, [questionId]: photos } };
}

/** Changes a draft while nobody else can. */
export async function changeDraft<T extends { draft: Draft }>(
	ctx: Context,
	key: DraftKey,
	decide: (draft: Draft) => T,
): Promise<T | NotSaved> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const draft = await lockDraft(tx, ctx, key);
		if (!draft) return refuse("gone");
		if (draft.submitted) return refuse("sent", { reference: draft.submitted.reference });
		const decided = decide(draft);
		const { answers, unfinished } = decided.draft;
		const sources = sourcesOf(answers, speaker(ctx, draft.by), draft, draft.known);
		const changed = { ...decided, draft: { ...decided.draft, sources } };
		await tx
			.updateTable("forms.draft")
			.set({
				answers: JSON.stringify(answers),
				sources: JSON.stringify(sources),
				unfinished: unfinished ? JSON.stringify(unfinished) : null,
				writers: JSON.stringify(changed.draft.writers),
				seen: [...changed.draft.seen],
				removed: JSON.stringify(changed.draft.removed),
				changed_at: ctx.now,
			})
			.where("id", "=", draft.id)
			.execute();
		return changed;
	});
}

/** `again` when the draft had become a request before: the reference is that one's. */
export type SubmittedDraft = Taken & { again: boolean };

type Taken = { reference: string; link: string };

/**
 * Turns a draft into one submission at most. `submit` works in the transaction that holds the draft and gives the reference it
 * became and the path to follow it at; a refusal from it leaves everything as it was. Of two at the same time the second waits, and gets the first's.
 */
export async function withDraftForSubmission<Refused extends Refusal>(
	ctx: Context,
	key: DraftKey,
	submit: (tx: Tx, draft: Draft) => Promise<Taken | Refused>,
): Promise<SubmittedDraft | Refused | Refusal<"gone", undefined>> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const draft = await lockDraft(tx, ctx, key);
		if (!draft) return refuse("gone");
		if (draft.submitted) return { reference: draft.submitted.reference, link: draft.submitted.link, again: true };
		const submitted = await submit(tx, draft);
		if (!wasTaken(submitted)) return submitted;
		const { reference, link } = submitted;
		await tx
			.updateTable("forms.draft")
			.set({ submitted_at: ctx.now, submitted_as: reference, submitted_link: link, changed_at: ctx.now })
			.where("id", "=", draft.id)
			.execute();
		return { reference, link, again: false };
	});
}

function wasTaken(submitted: Taken | Refusal): submitted is Taken {
	return !isRefusal(submitted);
}

/** Forgets drafts that nobody has touched for four weeks. */
export async function sweepDrafts(ctx: Context): Promise<void> {
	await ctx.house.db.deleteFrom("forms.draft").where("changed_at", "<", keptSince(ctx.now)).execute();
}
