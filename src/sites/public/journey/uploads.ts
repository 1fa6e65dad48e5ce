import type { Context } from "../../../platform/context/index.ts";
import { photos as kinds, type FileRefusal, registerUpload } from "../../../platform/files/index.ts";
import type { Upload } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import {
	addPhotos,
	type Draft,
	type PageOfQuestions,
	photosIn,
	type PhotoAnswer,
	type Problem,
	tooMany,
} from "../../../modules/forms/index.ts";
import type { Step } from "./step.ts";

/** What the routes that take photos take at once. */
export const photoFiles = { most: 15, bytes: 15_000_000 };

const why: Record<FileRefusal, string> = {
	"too-big": "is too large. Each photo must be smaller than 15MB",
	empty: "is empty",
	"type-not-allowed": "must be a JPEG, PNG or WebP photo",
	"not-readable": "cannot be opened as a photo",
	"virus-found": "contains a virus",
	"scanner-away": "could not be checked for viruses. Try again in a few minutes",
};

/** Stores the photos that came with a page, as many as there may be, and says which could not be. */
export async function takePhotos(
	ctx: Context,
	step: Step,
	page: PageOfQuestions,
	files: readonly Upload[],
): Promise<{ draft: Draft; problems: Problem[] }> {
	let { draft } = step;
	const problems: Problem[] = [];
	for (const question of page.questions) {
		if (question.kind !== "photos") continue;
		const sent = files.filter((file) => file.field === question.id);
		const room = question.most - photosIn(draft.answers[question.id]).length;
		const problem = (message: string) => problems.push({ question: question.id, field: question.id, message });
		if (sent.length > room) problem(tooMany(question.most));
		const taken: PhotoAnswer[] = [];
		for (const file of sent.slice(0, room)) {
			const stored = await registerUpload(ctx, file, { maxBytes: photoFiles.bytes, accept: kinds });
			if (isRefusal(stored)) problem(`“${file.name}” ${why[stored.code]}`);
			else taken.push({ fileId: stored.id, name: stored.name });
		}
		if (taken.length === 0) continue;
		const added = await addPhotos(ctx, step.key, question, taken);
		if (!isRefusal(added)) draft = added.draft;
	}
	return { draft, problems };
}
