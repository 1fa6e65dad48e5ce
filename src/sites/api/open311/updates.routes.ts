import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { route } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { applyClientUpdate, type ClientUpdate, mayUpdate, publicUpdates } from "../../../modules/requests/index.ts";
import { wireStatuses } from "../../../modules/services/index.ts";
import { answer, answerWrong, inFormat, isWrong, trouble, type Wrong, wrong } from "./answers.ts";
import { type UpdateArguments, updateArguments, updatesArguments } from "./arguments.ts";
import { clientOf, wrongJurisdiction, wrongMedia } from "./checks.ts";
import { shownUpdate } from "./shown.ts";
import { readDateTime, readSpan } from "./time.ts";

/** What those who poll without saying since when are told of. */
const usualSpan = 24 * 3_600_000;

export const updatesRoute = route({
	site: "api",
	method: "GET",
	path: "/open311/v2/servicerequestupdates.:format",
	may: "anyone",
	trouble,
	params: z.object({ format: z.string() }),
	query: updatesArguments,
	handle: ({ house, now }, { params, query }) =>
		inFormat(params.format, async (format) => {
			const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
			if (elsewhere) return answerWrong(format, elsewhere);
			const { start_date: start, end_date: end } = query;
			if ((start === "") !== (end === "")) {
				return answerWrong(format, wrong(400, "start_date and end_date must be given together."));
			}
			const span = readSpan(start, end, now, usualSpan);
			if (isWrong(span)) return answerWrong(format, span);
			const updates = await publicUpdates(house.db, span.from, span.to);
			const content = await Promise.all(updates.map((update) => shownUpdate(house, update)));
			return answer(format, { root: "service_request_updates", content });
		}),
});

export const newUpdateRoute = route({
	site: "api",
	method: "POST",
	path: "/open311/v2/servicerequestupdates.:format",
	may: "anyone",
	crossSite: true,
	trouble,
	params: z.object({ format: z.string() }),
	form: updateArguments,
	handle: (ctx, { params, form }) =>
		inFormat(params.format, async (format) => {
			const problem = await take(ctx, form);
			if (problem) return answerWrong(format, problem);
			return answer(format, { root: "service_request_updates", content: [{ update_id: form.update_id }] });
		}),
});

/** Undefined when the update was taken in. */
async function take(ctx: Context, args: UpdateArguments): Promise<Wrong | undefined> {
	const elsewhere = wrongJurisdiction(ctx.house, args.jurisdiction_id);
	if (elsewhere) return elsewhere;
	const client = await clientOf(ctx.house, args.api_key, ctx.now);
	if (isWrong(client)) return client;
	const update = readUpdate(args);
	if (isWrong(update)) return update;
	const reference = readReference(args.service_request_id, councilPart.of(ctx.house).referencePrefix);
	if (reference === undefined || !(await mayUpdate(ctx.house.db, client, reference))) return notFound;
	const asClient: Context = { ...ctx, actor: { kind: "client", id: client.id, name: client.name } };
	try {
		const done = await applyClientUpdate(asClient, { ...update, client, reference, files: [] });
		if (isRefusal(done)) return wrong(400, refusalWords[done.code]);
		return done.again ? wrong(400, "already exists") : undefined;
	} catch (error) {
		if (error instanceof NotFound) return notFound;
		throw error;
	}
}

const notFound = wrong(400, "not found");

const refusalWords = {
	"too-long": "Bad request: description can have 4000 characters at most.",
	"nothing-added": "Bad request: description is empty and status changes nothing.",
	"not-open": "Bad request: the request is closed.",
	"outcome-needed": "Bad request: the request cannot be closed with this status.",
	"message-needed": "Bad request: description is needed to close the request with this status.",
	"nothing-to-reopen": "Bad request: the request cannot be opened again.",
	"reopened-already": "Bad request: the request was opened again as often as it may be.",
	"too-late-to-reopen": "Bad request: it is too late to open the request again. Send a new one.",
} as const;

type Read = Pick<ClientUpdate, "updateId" | "description"> & { status: NonNullable<ClientUpdate["status"]> };

function readUpdate(args: UpdateArguments): Read | Wrong {
	for (const name of ["service_request_id", "update_id", "status", "updated_datetime"] as const) {
		if (args[name] === "") return bad(name);
	}
	if (!/^[\w-]{1,100}$/.test(args.update_id)) return bad("update_id");
	if (!readDateTime(args.updated_datetime)) return bad("updated_datetime");
	const status = readStatus(args.status);
	if (status === undefined) return bad("status");
	const media = wrongMedia(args.media_url);
	if (media) return bad("media_url");
	const description = [args.description, ...args.media_url].filter(Boolean).join("\n\n");
	return { updateId: args.update_id, status, description };
}

/** In capitals as it is sent; `unchanged` and `reopen` are for updates only. */
function readStatus(text: string): NonNullable<ClientUpdate["status"]> | undefined {
	const word = text.toLowerCase();
	return ([...wireStatuses, "unchanged", "reopen"] as const).find((known) => known === word);
}

function bad(field: string): Wrong {
	return wrong(400, `Bad request: ${field}`);
}
