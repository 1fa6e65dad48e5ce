import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Upload, Visit } from "../../../platform/http/index.ts";
import { isRefusal, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import {
	addFiles,
	type Answers,
	type Draft,
	type DraftKey,
	firstUnanswered,
	type Question,
	script,
	type SubmittedDraft,
	withDraftForSubmission,
	withoutHidden,
} from "../../../modules/forms/index.ts";
import { submitRequestIn } from "../../../modules/requests/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { asksFiles, lookUp, takeFilesInto, termsOf } from "../../public/journey/shared.ts";
import { isOwn } from "./offered.ts";
import type { Posted, Spoken } from "./posted.ts";
import { offersOn, type Screen, together } from "./screen.ts";

type At = { service: Service; key: DraftKey; draft: Draft };

/** `theirs`: what somebody else has put there since; nothing of this screen was kept. */
export type Kept = { screen: Screen; theirs: Answers | undefined };

/**
 * Reads the screen and keeps all of it that is an answer. `before` is the draft as it was when the screen was sent, where a file
 * was taken away since. `gone`, `sent`: there is no draft to keep it in.
 */
export async function keepScreen(
	ctx: OfficerContext,
	visit: Visit,
	{ service, key, draft }: At,
	posted: Posted,
	files: readonly Upload[],
	before: Draft = draft,
): Promise<Kept | Refusal<"gone" | "sent">> {
	const { form } = service;
	const { given } = posted;
	const sought = [...form.questions.values()].filter((one) => isLookedUp(one, given[one.id], posted.send));
	const looked = await lookUp(ctx, visit, { questions: sought }, given);
	const asking = { questions: [...form.questions.values()].filter(asksFiles) };
	const taken = await takeFilesInto(
		ctx,
		asking,
		{ files, address: visit.address },
		draft.answers,
		async (question, added) => {
			const kept = await addFiles(ctx, key, question, added);
			return isRefusal(kept) ? undefined : kept.draft.answers;
		},
	);
	const { addresses, assets } = looked;
	const read = script.readScript(form, given, { ...termsOf(ctx), addresses, assets }, taken.held);
	const saved = await script.saveForm(ctx, key, form, {
		answers: read.answers,
		was: markNow(posted, before.answers, taken.held),
		given: read.problems.length > 0 ? read.given : undefined,
	});
	const offers = together(await offersOn(ctx, read), looked.offers);
	const shown = { service, read, offers, problems: [...taken.problems, ...looked.problems] };
	if (!isRefusal(saved)) return { screen: { ...shown, draft: saved.draft }, theirs: undefined };
	if (saved.code !== "overtaken") return refuse(saved.code);
	return { screen: { ...shown, draft: saved.details.draft }, theirs: saved.details.draft.answers };
}

/** The mark that must still be there. Files that came with the screen have changed what it showed. */
function markNow({ was, keep }: Posted, before: Answers, held: Answers): string {
	const mark = script.markOfAnswers(before);
	return mark === was || mark === keep ? script.markOfAnswers(held) : was;
}

/** Sends a draft that is whole, as the officer who speaks with the customer. Twice is once. */
export async function sendScreen(
	ctx: OfficerContext,
	service: Service,
	key: DraftKey,
	by: Spoken,
): Promise<SubmittedDraft | Refusal<"gone" | "unanswered", undefined>> {
	return withDraftForSubmission<Refusal<"unanswered", undefined>>(ctx, key, async (tx, draft) => {
		const { form } = service;
		// Looked at again under the lock: another window may have changed an answer since.
		if (firstUnanswered(form, draft.answers) || script.endsAtStop(form, draft.answers)) return refuse("unanswered");
		const { answers } = withoutHidden(form, draft.answers);
		const { sources } = draft;
		return submitRequestIn(tx, ctx, { service, answers, sources, channel: isOwn(service) ? "web" : by });
	});
}

/** A postcode is looked up when that is asked for, or when all is sent; not each time that something else changes. */
function isLookedUp({ kind }: Question, given: unknown, sends: boolean): boolean {
	if (typeof given !== "object" || given === null) return false;
	if (kind === "place") return true;
	if (kind !== "address" && kind !== "property") return false;
	return sends || Reflect.get(given, "way") !== "find" || Boolean(Reflect.get(given, "go"));
}
