/** What the log may say. It tells operators what happened and never who it happened to. */
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { describeError } from "../log/index.ts";

export type LogLine = { write(line: string): void };

export function logOptions(level: string, to: LogLine | undefined) {
	return {
		level,
		base: null,
		serializers: { err: (error: unknown) => describeError(error) },
		...(to ? { stream: to } : {}),
	};
}

// Give each line that holds an error a message of its own: the logger would else take the error's, values and all.

/** The framework's own lines hold whole URLs, so they are left out. */
export const noRequestLines = new fastify.LogController({ disableRequestLogging: true });

/** One line for each answer: the route's pattern, never the address that was asked for. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
	request.log.info({
		method: request.method,
		route: request.routeOptions.url ?? "none",
		status: reply.statusCode,
		ms: Math.round(reply.elapsedTime * 10) / 10,
		correlation: request.id,
	});
}
