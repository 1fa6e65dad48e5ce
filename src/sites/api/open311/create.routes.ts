import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { photos, registerUpload } from "../../../platform/files/index.ts";
import { route, type Upload } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import { giveToken, type Submission, submitRequestIn, tokenOf } from "../../../modules/requests/index.ts";
import { clocksStartedBy, firstStage, type Service } from "../../../modules/services/index.ts";
import { answer, answerWrong, inFormat, isWrong, trouble, type Wrong, wrong } from "./answers.ts";
import { type CreateArguments, createArguments, jurisdictionArgument } from "./arguments.ts";
import { catalogue } from "./catalogue.ts";
import { clientOf, wrongJurisdiction } from "./checks.ts";
import { readSubmission } from "./submission.ts";

const mostPhotos = 10;
const photoBytes = 15 * 1024 * 1024;

export const createRoute = route({
	site: "api",
	method: "POST",
	path: "/open311/v2/requests.:format",
	may: "anyone",
	crossSite: true,
	params: z.object({ format: z.string() }),
	query: jurisdictionArgument,
	form: createArguments,
	files: { most: mostPhotos, bytes: photoBytes },
	trouble,
	handle: (ctx, { params, query, form, files }) =>
		inFormat(params.format, async (format) => {
			const made = await create(
				ctx,
				{ ...form, jurisdiction_id: form.jurisdiction_id || query.jurisdiction_id },
				files,
			);
			if (isProblem(made)) return answerWrong(format, made);
			return answer(format, { root: "service_requests", content: [made] });
		}),
});

type Made = { service_notice: string | null; account_id: null } & ({ service_request_id: string } | { token: string });

async function create(ctx: Context, args: CreateArguments, uploads: readonly Upload[]): Promise<Made | Wrong> {
	const elsewhere = wrongJurisdiction(ctx.house, args.jurisdiction_id);
	if (elsewhere) return elsewhere;
	const client = await clientOf(ctx.house, args.api_key, ctx.now);
	if (isWrong(client)) return client;
	if (args.service_code === "") return wrong(400, "service_code is missing.");
	const service = catalogue(ctx.house).byCode.get(args.service_code);
	if (service === undefined)
		return wrong(404, `There is no service with the code ${JSON.stringify(args.service_code)}.`);
	const asClient: Context = { ...ctx, actor: { kind: "client", id: client.id, name: client.name } };
	const submission = readSubmission(asClient, service, args, client);
	if (isWrong(submission)) return submission;
	const files = await takeIn(asClient, uploads);
	return isProblem(files) ? files : submit(asClient, { ...submission, files });
}

async function submit(ctx: Context, submission: Submission): Promise<Made> {
	const { service } = submission;
	const rest = { service_notice: noticeFor(service, submission, ctx.now), account_id: null };
	return ctx.house.db.transaction().execute(async (tx): Promise<Made> => {
		const { id, reference, again } = await submitRequestIn(tx, ctx, submission);
		if (service.definition.open311?.type !== "batch") return { service_request_id: reference, ...rest };
		const token = (again ? await tokenOf(tx, id) : undefined) ?? (await giveToken(tx, ctx, id));
		return { token, ...rest };
	});
}

/** The promise in words and as a day. */
function noticeFor(service: Service, { answers }: Submission, now: Date): string | null {
	const [clock] = clocksStartedBy(service, firstStage(service).id, answers, now);
	return clock ? `${clock.words.replace(/\.$/, "")}, by ${dateInWords(clock.dueAt)}.` : null;
}

const fileWords = {
	"too-big": "is larger than 15 MB",
	empty: "is empty",
	"type-not-allowed": "is not a JPEG, PNG or WebP picture",
	"not-readable": "cannot be read as a picture",
	"virus-found": "has a virus in it",
	"scanner-away": "could not be checked just now; send it again later",
} as const;

/** Pictures that came with the report. All are taken in or none is used. */
async function takeIn(ctx: Context, uploads: readonly Upload[]): Promise<string[] | Wrong> {
	const ids: string[] = [];
	for (const { name, path, field } of uploads) {
		const file = await registerUpload(ctx, { name, path }, { maxBytes: photoBytes, accept: photos });
		if (isRefusal(file)) return wrong(400, `The file ${field} ${fileWords[file.code]}.`);
		ids.push(file.id);
	}
	return ids;
}

function isProblem(value: Made | string[] | Wrong): value is Wrong {
	return isWrong(value);
}
