import { validate as isId } from "uuid";
import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { filesById, openFile, servingHeaders } from "../../../platform/files/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, body, deskRoute, page, redirect } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { customerById } from "../../customers/index.ts";
import { messagesOf } from "../../messages/index.ts";
import { serviceVersion } from "../../services/index.ts";
import { officersOf, teams } from "../../staff/index.ts";
import { othersOf, referenceOf, requestByReference } from "../queries/request.ts";
import { type Read, requestProps } from "./requestProps.ts";
import { readableUploads } from "./uploads.ts";
import { requestView } from "./request.views.ts";

/** What an action leaves for the page it returns to. */
const doneWords = {
	taken: "It is yours now.",
	assigned: "The officer has it now.",
	moved: "Moved. The customer is told.",
	extended: "The new date stands. The customer is told why.",
	"handed-over": "Handed over.",
	noted: "The note was added.",
	closed: "Closed. The customer is told.",
	reopened: "Reopened. The customer is told.",
	"opinion-asked": "Asked. They get an email with their link.",
	"opinion-withdrawn": "The link is withdrawn.",
	asked: "Asked. The customer is told how to answer.",
	"question-withdrawn": "The question is withdrawn. The customer is told.",
	"answer-kept": "The answer is written down.",
	"task-given": "The task was given.",
	"task-done": "The task is done.",
	"task-set-aside": "The task was set aside.",
} as const;
export type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);

/**
 * Request, service, messages, customer and people, for an officer: read and noted in the ledger. The officers only for a form
 * that offers them. Throws `NotFound`.
 */
export async function readRequest(
	ctx: OfficerContext,
	reference: string,
	{ offersOfficers }: { offersOfficers: boolean },
): Promise<Read> {
	const { db } = ctx.house;
	const request = await requestByReference(db, ctx.actor, reference);
	if (!request) throw new NotFound("There is no request with this reference.");
	const { customerId } = request;
	const seesCustomer = ctx.actor.permissions.has("customers.read");
	const [service, messages, customer, others, officers] = await Promise.all([
		serviceVersion(ctx.house, request.serviceId, request.serviceVersion),
		messagesOf(db, { kind: "request", id: request.id }),
		customerId === null ? undefined : customerById(db, customerId),
		customerId === null || !seesCustomer ? [] : othersOf(db, ctx.actor, customerId, request.id),
		offersOfficers ? officersOf(db, { team: request.teamId }) : [],
	]);
	await noteReading(ctx, "request.read", request.id);
	return { request, service, messages, customer, others, people: { teams: teams(ctx.house), officers } };
}

async function noteReading(ctx: OfficerContext, action: string, id: string, after?: Record<string, string>) {
	await auditReading(ctx.house.db, ctx, {
		action,
		subject: { kind: "request", id },
		...(after ? { after } : {}),
		purpose: ctx.purpose ?? "casework",
	});
}

export const requestRoute = deskRoute({
	method: "GET",
	path: "/desk/requests/:reference",
	may: "requests.read",
	params: z.object({ reference: z.string().max(60) }),
	query: z.object({ done: z.string().catch("") }),
	async handle(ctx, { params, query, visit }) {
		const elsewhere = await otherAddress(ctx, params.reference);
		if (elsewhere) return elsewhere;
		const read = await readRequest(ctx, params.reference, { offersOfficers: false });
		const done = isDone(query.done) ? doneWords[query.done] : undefined;
		return page({
			title: `${read.request.summary} · ${read.request.reference}`,
			before: backLink({ text: "Back to requests", href: "/desk/requests" }),
			main: requestView(requestProps(ctx, read, visit.csrf(), done)),
			current: "queue",
			wide: true,
			...(read.request.latitude === null ? {} : { scripts: ["map"] }),
		});
	},
});

/** Other rooms know a request by its id, and people type references as they please. */
async function otherAddress(ctx: OfficerContext, typed: string): Promise<Answer | undefined> {
	const reference = isId(typed) ? await referenceOf(ctx.house.db, ctx.actor, typed) : undefined;
	return reference === undefined ? undefined : redirect(`/desk/requests/${reference}`);
}

const photo = z.object({ reference: z.string().max(60), file: z.string().max(60) });

export const photoRoute = photoRouteOf("/desk/requests/:reference/photos/:file", "whole");
export const thumbnailRoute = photoRouteOf("/desk/requests/:reference/photos/:file/thumbnail", "thumbnail");

function photoRouteOf(path: string, size: "whole" | "thumbnail") {
	return deskRoute({
		method: "GET",
		path,
		may: "requests.read",
		params: photo,
		handle: (ctx, { params }) => photoOf(ctx, params.reference, params.file, size),
	});
}

async function photoOf(ctx: OfficerContext, reference: string, id: string, size: "whole" | "thumbnail") {
	const request = isId(id) ? await requestByReference(ctx.house.db, ctx.actor, reference) : undefined;
	if (!request) throw new NotFound();
	const service = await serviceVersion(ctx.house, request.serviceId, request.serviceVersion);
	if (!readableUploads(ctx, request, service).some((one) => one.id === id)) throw new NotFound();
	const [file] = await filesById(ctx.house.db, [id]);
	const stream = file && (await openFile(ctx.house, file, size));
	if (!file || !stream) throw new NotFound();
	// The small ones belong to the page, whose reading is in the ledger.
	if (size === "whole") await noteReading(ctx, "request.photo-read", request.id, { file: id });
	return body(file.mediaType, stream, 200, servingHeaders(file));
}
