import { z } from "zod";
import type { Context, House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { body, route } from "../../../platform/http/index.ts";
import {
	type PublicRequest,
	publicRequests,
	publicRequestsByReference,
	referenceByToken,
} from "../../../modules/requests/index.ts";
import { answer, answerWrong, inFormat, isWrong, trouble, type Wrong, wrong } from "./answers.ts";
import { jurisdictionArgument, list, type ReadArguments, readArguments } from "./arguments.ts";
import { catalogue, discovery } from "./catalogue.ts";
import { wrongJurisdiction } from "./checks.ts";
import { shownRequest } from "./shown.ts";
import { longestSpan, readSpan } from "./time.ts";

/** The most requests of one answer. */
const most = 1000;
const kept = { "cache-control": "public, max-age=300" };
const common = { site: "api", method: "GET", may: "anyone", trouble, query: jurisdictionArgument } as const;
const format = z.string();

export const discoveryRoute = route({
	...common,
	path: "/open311/v2/discovery.:format",
	params: z.object({ format }),
	handle: (ctx, { params }) =>
		inFormat(params.format, async (format) => answer(format, await discovery(ctx.house), kept)),
});

export const servicesRoute = route({
	...common,
	path: "/open311/v2/services.:format",
	params: z.object({ format }),
	handle: ({ house }, { params, query }) =>
		inFormat(params.format, (format) => {
			const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
			if (elsewhere) return answerWrong(format, elsewhere);
			const { type, body: text } = catalogue(house).services[format];
			return body(type, text, 200, kept);
		}),
});

export const serviceRoute = route({
	...common,
	path: "/open311/v2/services/:code.:format",
	params: z.object({ code: z.string(), format }),
	handle: ({ house }, { params, query }) =>
		inFormat(params.format, (format) => {
			const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
			if (elsewhere) return answerWrong(format, elsewhere);
			const definition = catalogue(house).definitions.get(params.code);
			if (!definition) return answerWrong(format, noService(params.code));
			return body(definition[format].type, definition[format].body, 200, kept);
		}),
});

export const tokenRoute = route({
	...common,
	path: "/open311/v2/tokens/:token.:format",
	params: z.object({ token: z.string().max(100), format }),
	handle: ({ house }, { params, query }) =>
		inFormat(params.format, async (format) => {
			const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
			if (elsewhere) return answerWrong(format, elsewhere);
			const { token } = params;
			const reference = await referenceByToken(house.db, token);
			if (reference === undefined) return answerWrong(format, wrong(404, "There is no such token."));
			return answer(format, { root: "service_requests", content: [{ service_request_id: reference, token }] });
		}),
});

export const requestsRoute = route({
	...common,
	path: "/open311/v2/requests.:format",
	params: z.object({ format }),
	query: readArguments,
	handle: (ctx, { params, query }) =>
		inFormat(params.format, async (format) => {
			const found = await find(ctx, query);
			if (isWrong(found)) return answerWrong(format, found);
			return answer(format, { root: "service_requests", content: await shown(ctx.house, found, query.extensions) });
		}),
});

export const requestRoute = route({
	...common,
	path: "/open311/v2/requests/:id.:format",
	params: z.object({ id: z.string().max(100), format }),
	query: readArguments,
	handle: ({ house }, { params, query }) =>
		inFormat(params.format, async (format) => {
			const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
			if (elsewhere) return answerWrong(format, elsewhere);
			const found = await publicRequestsByReference(house.db, references(house, [params.id]));
			if (found.length === 0) return answerWrong(format, wrong(404, "There is no public request with this id."));
			return answer(format, { root: "service_requests", content: await shown(house, found, query.extensions) });
		}),
});

async function find(ctx: Context, query: ReadArguments): Promise<PublicRequest[] | Wrong> {
	const { house, now } = ctx;
	const elsewhere = wrongJurisdiction(house, query.jurisdiction_id);
	if (elsewhere) return elsewhere;
	const ids = list(query.service_request_id);
	if (ids.length > most) return wrong(400, `service_request_id can name ${most} requests at most.`);
	if (ids.length > 0) return publicRequestsByReference(house.db, references(house, ids));
	const serviceIds: string[] = [];
	for (const code of list(query.service_code)) {
		const service = catalogue(house).byCode.get(code);
		if (!service) return noService(code);
		serviceIds.push(service.id);
	}
	const closed = readStatus(query.status);
	if (closed !== undefined && typeof closed !== "boolean") return closed;
	const span = readSpan(query.start_date, query.end_date, now, longestSpan);
	if (isWrong(span)) return span;
	const page = readCount(query.page, "page", 1, 10_000);
	const size = readCount(query.page_size, "page_size", most, most);
	if (typeof page !== "number") return page;
	if (typeof size !== "number") return size;
	const filter = { ...span, serviceIds: serviceIds.length > 0 ? serviceIds : undefined, closed };
	return publicRequests(house.db, filter, { size, offset: (page - 1) * size });
}

/** Undefined for both. */
function readStatus(text: string): boolean | undefined | Wrong {
	const words = new Set(list(text.toLowerCase()));
	for (const word of words)
		if (word !== "open" && word !== "closed") return wrong(400, "status must be open or closed.");
	return words.size === 1 ? words.has("closed") : undefined;
}

function readCount(text: string, name: string, usual: number, top: number): number | Wrong {
	if (text === "") return usual;
	const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	return count >= 1 && count <= top ? count : wrong(400, `${name} must be a number from 1 to ${top}.`);
}

function references(house: House, ids: readonly string[]): string[] {
	const { referencePrefix } = councilPart.of(house);
	return ids.flatMap((id) => readReference(id, referencePrefix) ?? []);
}

function shown(house: House, found: readonly PublicRequest[], extensions: string) {
	return Promise.all(found.map((request) => shownRequest(house, request, extensions.toLowerCase() === "true")));
}

function noService(code: string): Wrong {
	return wrong(404, `There is no service with the code ${JSON.stringify(code)}.`);
}
