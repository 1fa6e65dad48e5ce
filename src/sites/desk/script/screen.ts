import type { OfficerContext } from "../../../platform/context/index.ts";
import {
	type Answers,
	type Draft,
	filesOf,
	type FilesSoFar,
	type Problem,
	script,
} from "../../../modules/forms/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { asksFiles, offersFor, type Offers, termsOf } from "../../public/journey/shared.ts";
import { removalAt } from "./addresses.ts";

/** One service being asked on one screen. The draft is there once something was answered. */
export type Screen = {
	readonly service: Service;
	readonly draft: Draft | undefined;
	readonly read: script.ReadScript;
	readonly offers: Offers;
	/** What is wrong with files that were sent, or with a look-up: said at once. */
	readonly problems: readonly Problem[];
};

/** A screen that nobody has answered yet, on which this is known. */
export async function newScreen(ctx: OfficerContext, service: Service, known: Answers): Promise<Screen> {
	const { form } = service;
	const read = script.readScript(form, script.givenBy(form.questions.values(), known), termsOf(ctx));
	return { service, draft: undefined, read, offers: await offersOn(ctx, read), problems: [] };
}

/** The screen of a draft as it was left: with what was typed and is no answer yet. */
export async function screenOf(ctx: OfficerContext, service: Service, draft: Draft): Promise<Screen> {
	const { form } = service;
	const { answers } = draft;
	const known = Object.fromEntries(Object.entries(draft.known).map(([id, { value }]) => [id, value]));
	const given = {
		...script.givenBy(form.questions.values(), draft.seen.length === 0 ? { ...known, ...answers } : answers),
		...script.unfinishedGiven(draft),
	};
	const read = script.readScript(form, given, termsOf(ctx), answers);
	return {
		service,
		draft,
		read: { ...read, answers },
		offers: await offersOn(ctx, { ...read, answers }),
		problems: [],
	};
}

/** How the addresses on the screen are asked for before anything was typed. */
export async function offersOn(
	ctx: OfficerContext,
	{ pages, answers }: Pick<script.ReadScript, "pages" | "answers">,
): Promise<Offers> {
	return offersFor(ctx, { questions: pages.flatMap((page) => page.questions) }, answers);
}

/** Those that a look-up made take the place of what stood there before. */
export function together(before: Offers, now: Offers): Offers {
	return {
		addresses: { ...before.addresses, ...now.addresses },
		assets: { ...before.assets, ...now.assets },
	};
}

/** The files so far of each question, with where to take them away. */
export function filesOn({ service, draft, read }: Screen, action: string): Record<string, FilesSoFar> {
	const all: Record<string, FilesSoFar> = {};
	for (const { id } of read.pages.flatMap((page) => page.questions.filter(asksFiles))) {
		all[id] = {
			add: action,
			files: filesOf(draft?.answers[id]).map(({ fileId, name }) => ({
				name,
				thumbnail: undefined,
				removal: draft ? removalAt(service.id, draft.id, fileId) : action,
			})),
		};
	}
	return all;
}
