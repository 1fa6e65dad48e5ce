import { validate as isId } from "uuid";
import { z } from "zod";
import { filesById, openFile, servingHeaders } from "../../../platform/files/index.ts";
import { body, redirect, type Route } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Draft, filesIn, removeFile } from "../../../modules/forms/index.ts";
import { pageAt } from "./addresses.ts";
import { atPage, shownAt } from "./question.routes.ts";
import { showQuestions } from "./question.views.ts";
import { anyStep, changeQuery, gone, pageParams } from "./step.ts";
import { stepRoutes } from "./stepRoutes.ts";
import { asksFiles, noneSelected, takeFiles, uploadLimits } from "./uploads.ts";

const path = "/:draft/:page/files";
const fileParams = pageParams.extend({ file: z.string() });

export const fileRoutes: readonly Route[] = [
	...stepRoutes({
		method: "POST",
		path,
		params: pageParams,
		query: changeQuery,
		files: uploadLimits,
		limit: "submission",
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, page) => {
				const { draft, problems: unfit } = await takeFiles(ctx, step, page, asked.files, asked.visit.address);
				const question = page.questions.find(asksFiles);
				if (!question) throw new NotFound("This page asks for no files.");
				const none = noneSelected(question);
				const problems = asked.files.length === 0 ? [none] : unfit;
				if (problems.length === 0) return redirect(pageAt(step.journey, page.id, step.change));
				return showQuestions(ctx, asked.visit, { ...shownAt(step, page, draft), problems });
			}),
	}),
	...stepRoutes({
		method: "POST",
		path: `${path}/:file/removal`,
		params: fileParams,
		query: changeQuery,
		files: uploadLimits,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, page) => {
				for (const { id } of page.questions.filter(asksFiles)) {
					const removed = await removeFile(ctx, step.key, id, asked.params.file);
					if (isRefusal(removed)) return gone(ctx, step.service.id);
				}
				return redirect(pageAt(step.journey, page.id, step.change));
			}),
	}),
	...stepRoutes({
		method: "GET",
		path: `${path}/:file`,
		params: fileParams,
		async handle(ctx, asked) {
			const answer = await anyStep(ctx, asked, async ({ draft }) => {
				const { file: id } = asked.params;
				const [file] = isId(id) && holds(draft, id) ? await filesById(ctx.house.db, [id]) : [];
				const bytes = file && (await openFile(ctx.house, file, "thumbnail"));
				if (!file || !bytes) throw new NotFound("There is no such file.");
				return body(file.mediaType, bytes, 200, servingHeaders(file));
			});
			if (!answer) throw new NotFound("There is no such file.");
			return answer;
		},
	}),
];

function holds({ answers }: Draft, fileId: string): boolean {
	return filesIn(answers).some((file) => file.fileId === fileId);
}
