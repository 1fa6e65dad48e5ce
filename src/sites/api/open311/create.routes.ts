import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { photos, registerUpload } from "../../../platform/files/index.ts";
import { route, type Upload } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { answer, answerWrong, inFormat, isWrong, trouble, type Wrong, wrong } from "./answers.ts";
import { type CreateArguments, createArguments, jurisdictionArgument } from "./arguments.ts";
import { catalogue } from "./catalogue.ts";
import { clientOf, wrongJurisdiction } from "./checks.ts";
import { type Receipt, receive } from "./receipt.ts";
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
	files: { most: mostPhotos, bytes: photoBytes, refuses: refusesFiles },
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

/** Nothing of a stranger's files is written down, so the key comes before them. */
async function refusesFiles({ house, now }: Context, fields: Readonly<Record<string, unknown>>) {
	const key = fields["api_key"];
	const client = await clientOf(house, typeof key === "string" ? key.trim() : "", now);
	return isWrong(client) ? `${client.says.join(" ")} It has to come before the files.` : undefined;
}

async function create(ctx: Context, args: CreateArguments, uploads: readonly Upload[]): Promise<Receipt | Wrong> {
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
	return isProblem(files) ? files : receive(asClient, { ...submission, files });
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

function isProblem(value: Receipt | string[] | Wrong): value is Wrong {
	return isWrong(value);
}
