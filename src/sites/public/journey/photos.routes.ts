import { validate as isId } from "uuid";
import { z } from "zod";
import { filesById, openFile, servingHeaders } from "../../../platform/files/index.ts";
import { body, redirect, route, type Route } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Draft, photosIn, removePhoto } from "../../../modules/forms/index.ts";
import { pageAt } from "./addresses.ts";
import { atPage, shownAt } from "./question.routes.ts";
import { showQuestions } from "./question.views.ts";
import { anyStep, changeQuery, gone, pageParams } from "./step.ts";
import { photoFiles, takePhotos } from "./uploads.ts";

const public_ = { may: "anyone", site: "public" } as const;
const path = "/services/:service/form/:draft/:page/photos";
const photoParams = pageParams.extend({ photo: z.string() });

export const photoRoutes: readonly Route[] = [
	route({
		...public_,
		method: "POST",
		path,
		params: pageParams,
		query: changeQuery,
		files: photoFiles,
		limit: "submission",
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, page) => {
				const { draft, problems: unfit } = await takePhotos(ctx, step, page, asked.files);
				const question = page.questions.find((one) => one.kind === "photos");
				if (!question) throw new NotFound("This page asks for no photos.");
				const none = { question: question.id, field: question.id, message: "Select a photo" };
				const problems = asked.files.length === 0 ? [none] : unfit;
				if (problems.length === 0) return redirect(pageAt(step.journey, page.id, step.change));
				return showQuestions(ctx, asked.visit, { ...shownAt(step, page, draft), problems });
			}),
	}),
	route({
		...public_,
		method: "POST",
		path: `${path}/:photo/removal`,
		params: photoParams,
		query: changeQuery,
		files: photoFiles,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, page) => {
				for (const { id, kind } of page.questions) {
					if (kind !== "photos") continue;
					const removed = await removePhoto(ctx, step.key, id, asked.params.photo);
					if (isRefusal(removed)) return gone(ctx, step.service.id);
				}
				return redirect(pageAt(step.journey, page.id, step.change));
			}),
	}),
	route({
		...public_,
		method: "GET",
		path: `${path}/:photo`,
		params: photoParams,
		async handle(ctx, asked) {
			const answer = await anyStep(ctx, asked, async ({ draft }) => {
				const { photo } = asked.params;
				const [file] = isId(photo) && holds(draft, photo) ? await filesById(ctx.house.db, [photo]) : [];
				const bytes = file && (await openFile(ctx.house, file, "thumbnail"));
				if (!file || !bytes) throw new NotFound("There is no such photo.");
				return body(file.mediaType, bytes, 200, servingHeaders(file));
			});
			if (!answer) throw new NotFound("There is no such photo.");
			return answer;
		},
	}),
];

function holds({ answers }: Draft, fileId: string): boolean {
	return Object.values(answers).some((value) => photosIn(value).some((photo) => photo.fileId === fileId));
}
