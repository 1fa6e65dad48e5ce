import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, body, page, route, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Problem, questionPage, readAnswers, type Typed } from "../../../modules/forms/index.ts";
import { followRequest, type Nearby, nearbyOpen } from "../../../modules/requests/index.ts";
import { type Service, publicService } from "../../../modules/services/index.ts";
import { followersOf, startOf } from "./addresses.ts";
import { followedMain, followPage, notOpenMain } from "./follow.views.ts";

const public_ = { may: "anyone", site: "public" } as const;
const followParams = z.object({ service: z.string(), reference: z.string() });
const path = "/services/:service/reports/:reference/followers";

/** Reports of a service that others may see: for the map, and for those who want to be told of one. */
export const reportRoutes: readonly Route[] = [
	route({
		...public_,
		method: "GET",
		path: "/services/:service/reports.json",
		params: z.object({ service: z.string() }),
		query: z.object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) }),
		async handle(ctx, { params, query }) {
			const { id, definition } = find(ctx, params.service);
			if (!definition.nearby) throw new NotFound("This service shows no reports.");
			const found = await nearbyOpen(ctx.house.db, id, query, definition.nearby, ctx.now);
			const text = JSON.stringify(geoJson(id, found));
			const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
			return body("application/geo+json; charset=utf-8", text, 200, { "cache-control": "public, max-age=60", etag });
		},
	}),
	route({
		...public_,
		method: "GET",
		path,
		params: followParams,
		handle: (ctx, { params, visit }) => show(visit, find(ctx, params.service), referenceIn(ctx, params.reference)),
	}),
	route({
		...public_,
		method: "POST",
		path,
		params: followParams,
		form: z.record(z.string(), z.unknown()),
		limit: "submission",
		handle: (ctx, { params, form, visit }) =>
			follow(ctx, visit, find(ctx, params.service), referenceIn(ctx, params.reference), form),
	}),
];

function find(ctx: Context, id: string): Service {
	const service = publicService(ctx.house, id);
	if (!service) throw new NotFound("There is no such service.");
	return service;
}

function referenceIn(ctx: Context, typed: string): string {
	const reference = readReference(typed, councilPart.of(ctx.house).referencePrefix);
	if (reference === undefined) throw new NotFound("There is no such report.");
	return reference;
}

type Again = { typed: Readonly<Record<string, Typed>>; problems: readonly Problem[] };

function show(
	visit: Visit,
	service: Service,
	reference: string,
	{ typed, problems }: Again = { typed: {}, problems: [] },
): Answer {
	return page({
		status: problems.length > 0 ? 422 : 200,
		title: `Follow report ${reference}`,
		wrong: problems.length > 0,
		before: backLink({ href: startOf(service.id) }),
		current: "services",
		main: questionPage({
			page: followPage,
			typed,
			problems,
			csrf: csrfField(visit.csrf()),
			action: followersOf(service.id, reference),
			caption: `${service.definition.name}: ${reference}`,
			button: "Follow this report",
			staysHere: true,
		}),
	});
}

async function follow(
	ctx: Context,
	visit: Visit,
	service: Service,
	reference: string,
	form: Record<string, unknown>,
): Promise<Answer> {
	const read = readAnswers(followPage, form, { now: ctx.now });
	if (read.problems.length > 0) return show(visit, service, reference, read);
	const { email, phone } = read.answers;
	const followed = await followRequest(ctx, reference, {
		...(typeof email === "string" ? { email } : {}),
		...(typeof phone === "string" ? { phone } : {}),
	});
	if (!isRefusal(followed)) return page({ title: "You are following this report", main: followedMain(reference) });
	if (followed.code === "not-open") {
		return page({ title: "This report was closed", main: notOpenMain(service.definition) });
	}
	const message = "Enter an email address or a telephone number";
	return show(visit, service, reference, { ...read, problems: [{ question: "email", field: "email", message }] });
}

function geoJson(serviceId: string, found: readonly Nearby[]) {
	return {
		type: "FeatureCollection",
		features: found.map(({ reference, summary, latitude, longitude }) => ({
			type: "Feature",
			geometry: { type: "Point", coordinates: [longitude, latitude] },
			properties: { title: summary, url: followersOf(serviceId, reference) },
		})),
	};
}
