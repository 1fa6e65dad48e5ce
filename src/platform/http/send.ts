/** From an answer to what goes over the wire. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context/index.ts";
import type { Answer, Page } from "./answer.ts";
import type { Site, Visit } from "./route.ts";
import { shellsSlot } from "./shell.ts";
import { squeezed } from "./squeeze.ts";
import { isUnchanged } from "./unchanged.ts";

type Headers = Record<string, string>;

/** Sends an answer. What was made for one person is never kept by a cache, whatever the route says. */
export function send(
	reply: FastifyReply,
	request: FastifyRequest,
	ctx: Context,
	site: Site,
	answer: Answer,
	visit: Visit,
) {
	if (answer.kind === "page") return sendPage(reply, request, ctx, site, answer, visit);
	if (answer.headers) reply.headers(answer.headers);
	keepOrNot(reply, request, answer.headers);
	if (answer.kind === "redirect") return reply.redirect(answer.to, answer.status);
	if (isUnchanged(request, answer.headers?.["etag"])) return reply.code(304).send();
	reply.code(answer.status).type(answer.type);
	return reply.send(typeof answer.body === "string" ? squeezed(request, reply, answer.body) : answer.body);
}

function sendPage(reply: FastifyReply, request: FastifyRequest, ctx: Context, site: Site, page: Page, visit: Visit) {
	const shell = shellsSlot.of(ctx.house)[site === "api" ? "public" : site];
	const { text } = shell.wrap(ctx, page, visit);
	if (page.headers) reply.headers(page.headers);
	keepOrNot(reply, request, page.headers);
	return reply
		.code(page.status)
		.type("text/html; charset=utf-8")
		.send(squeezed(request, reply, text));
}

function keepOrNot(reply: FastifyReply, request: FastifyRequest, headers: Headers | undefined): void {
	const personal = request.personal || request.officer !== null;
	if (personal || headers?.["cache-control"] === undefined) reply.header("cache-control", "no-store");
	if (personal) reply.header("x-robots-tag", "noindex");
}
