import type { Context } from "../../../platform/context/index.ts";
import { bytesLeft, type FileRefusal, registerUpload, senderOf } from "../../../platform/files/index.ts";
import type { Upload } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import {
	addFiles,
	type Answers,
	type Draft,
	type FileAnswer,
	filesOf,
	kindsFor,
	type PageOfQuestions,
	type Problem,
	type Question,
	tooMany,
} from "../../../modules/forms/index.ts";
import type { Step } from "./step.ts";

/** What the routes that take files take at once. */
export const uploadLimits = { most: 15, bytes: 15_000_000 };

export type FilesQuestion = Extract<Question, { kind: "photos" | "files" }>;

export function asksFiles(question: Question): question is FilesQuestion {
	return question.kind === "photos" || question.kind === "files";
}

/** Stores the files that came with a page of the form. */
export async function takeFiles(
	ctx: Context,
	step: Step,
	page: PageOfQuestions,
	files: readonly Upload[],
	address: string,
): Promise<{ draft: Draft; problems: Problem[] }> {
	let { draft } = step;
	const { problems } = await takeFilesInto(ctx, page, { files, address }, draft.answers, async (question, taken) => {
		const added = await addFiles(ctx, step.key, question, taken);
		if (isRefusal(added)) return undefined;
		draft = added.draft;
		return draft.answers;
	});
	return { draft, problems };
}

/** Stores the files that came with a page, as many as there may be, and says which could not be. `keep` gives what is held then. */
export async function takeFilesInto(
	ctx: Context,
	page: Pick<PageOfQuestions, "questions">,
	{ files, address }: { files: readonly Upload[]; address: string },
	before: Answers,
	keep: (question: FilesQuestion, taken: readonly FileAnswer[]) => Promise<Answers | undefined>,
): Promise<{ held: Answers; problems: Problem[] }> {
	let held = before;
	const problems: Problem[] = [];
	const sender = senderOf(ctx, address);
	let left = files.length === 0 ? 0 : await bytesLeft(ctx, sender);
	for (const question of page.questions.filter(asksFiles)) {
		const sent = files.filter((file) => file.field === question.id);
		const room = question.most - filesOf(held[question.id]).length;
		const problem = (message: string) => problems.push({ question: question.id, field: question.id, message });
		if (sent.length > room) problem(tooMany(question));
		const taken: FileAnswer[] = [];
		for (const file of sent.slice(0, room)) {
			if (file.bytes > left) {
				problem(`“${file.name}” ${tooMuchToday}`);
				continue;
			}
			left -= file.bytes;
			const limits = { maxBytes: uploadLimits.bytes, accept: kindsFor(question), sender };
			const stored = await registerUpload(ctx, file, limits);
			if (isRefusal(stored)) problem(`“${file.name}” ${refused(question, stored.code)}`);
			else taken.push({ fileId: stored.id, name: stored.name });
		}
		if (taken.length > 0) held = (await keep(question, taken)) ?? held;
	}
	return { held, problems };
}

/** What is said when nothing was chosen to be added. */
export function noneSelected({ id, kind }: FilesQuestion): Problem {
	return { question: id, field: id, message: kind === "photos" ? "Select a photo" : "Select a file" };
}

const tooMuchToday =
	"could not be added, because too many files were sent from your network today. Send us what you have, or add it tomorrow";

const why: Record<FileRefusal, string> = {
	"too-big": "is too large. Each file must be smaller than 15MB",
	empty: "is empty",
	"type-not-allowed": "must be one of the kinds of file we can take",
	"not-readable": "cannot be opened as a photo",
	"virus-found": "contains a virus",
	"scanner-away": "could not be checked for viruses. Try again in a few minutes",
};

const whyOfPhotos: Partial<Record<FileRefusal, string>> = {
	"too-big": "is too large. Each photo must be smaller than 15MB",
	"type-not-allowed": "must be a JPEG, PNG or WebP photo",
};

function refused({ kind }: FilesQuestion, code: FileRefusal): string {
	return (kind === "photos" ? whyOfPhotos[code] : undefined) ?? why[code];
}
