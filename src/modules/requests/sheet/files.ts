import type { Context } from "../../../platform/context/index.ts";
import { bytesLeft, type FileRefusal, registerUpload, senderOf } from "../../../platform/files/index.ts";
import type { Upload } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import {
	type Answers,
	type AnswerValue,
	type FileAnswer,
	filesOf,
	kindsFor,
	type PageOfQuestions,
	type Problem,
	type Question,
	tooMany,
} from "../../forms/index.ts";

/** What a page takes at once. */
export const fileLimits = { most: 15, bytes: 15 * 1024 * 1024 };

const why: Readonly<Record<FileRefusal, string>> = {
	"too-big": "is larger than 15 MB",
	empty: "is empty",
	"type-not-allowed": "is not one of the kinds of file we can take",
	"not-readable": "cannot be opened as a photo",
	"virus-found": "has a virus",
	"scanner-away": "could not be checked just now. Try again in a few minutes",
};

export function asksFiles(question: Question): question is Extract<Question, { kind: "photos" | "files" }> {
	return question.kind === "photos" || question.kind === "files";
}

/** What came with a form, and from which network address. */
export type Sent = { readonly files: readonly Upload[]; readonly address: string };

/** The bytes that one network may still send today. Officers are known, so they send what they need to. */
export async function budgetOf(ctx: Context, { files, address }: Sent) {
	if (files.length === 0 || ctx.actor.kind === "officer") return { budget: Number.POSITIVE_INFINITY };
	const sender = senderOf(ctx, address);
	return { budget: await bytesLeft(ctx, sender), sender };
}

export const tooMuchToday =
	"could not be added, because too many files were sent from your network today. Send us what you have, or add it tomorrow";

/** Stores the files that came with a page, as many as there may be, and says which could not be. */
export async function takeFiles(
	ctx: Context,
	page: Pick<PageOfQuestions, "questions">,
	held: Answers,
	from: Sent,
): Promise<{ held: Answers; problems: Problem[] }> {
	const problems: Problem[] = [];
	const all: Record<string, AnswerValue> = { ...held };
	const { budget, ...by } = await budgetOf(ctx, from);
	let left = budget;
	for (const question of page.questions) {
		if (!asksFiles(question)) continue;
		const { id, most } = question;
		const sent = from.files.filter((upload) => upload.field === id && (upload.bytes > 0 || upload.name !== ""));
		const before = filesOf(held[id]);
		const problem = (message: string) => problems.push({ question: id, field: id, message });
		if (sent.length > most - before.length) problem(tooMany(question));
		const taken: FileAnswer[] = [];
		for (const upload of sent.slice(0, most - before.length)) {
			const limits = { maxBytes: fileLimits.bytes, accept: kindsFor(question), ...by };
			const name = upload.name.slice(0, 60);
			if (upload.bytes > left) {
				problem(`“${name}” ${tooMuchToday}`);
				continue;
			}
			left -= upload.bytes;
			const file = upload.tooBig ? undefined : await registerUpload(ctx, upload, limits);
			if (file === undefined) problem(`“${name}” ${why["too-big"]}`);
			else if (isRefusal(file)) problem(`“${name}” ${why[file.code]}`);
			else taken.push({ fileId: file.id, name: file.name });
		}
		if (taken.length > 0) all[id] = [...before, ...taken];
	}
	return { held: all, problems };
}

export function withoutFile(page: PageOfQuestions, held: Answers, fileId: string): Answers {
	const all: Record<string, AnswerValue> = { ...held };
	for (const { id } of page.questions.filter(asksFiles)) {
		const left = filesOf(held[id]).filter((file) => file.fileId !== fileId);
		if (left.length === 0) delete all[id];
		else all[id] = left;
	}
	return all;
}
