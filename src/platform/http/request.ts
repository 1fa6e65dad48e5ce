/** What the server keeps with a request between its hooks. */
import type { OfficerActor } from "../context/index.ts";
import type { Route } from "./route.ts";
import type { Upload } from "./upload.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** The one instant of this request. */
		now: Date | null;
		officer: OfficerActor | null;
		uploads: readonly Upload[] | null;
		/** The handler at work on `uploads`. */
		handling: Promise<unknown> | null;
		/** Whether a handler put something in this page that is for one person only. */
		personal: boolean;
	}
	interface FastifyContextConfig {
		door?: Route;
	}
}

/** The path without its query, as it was asked for. */
export function pathOf(url: string): string {
	const end = url.indexOf("?");
	return end === -1 ? url : url.slice(0, end);
}

export function queryOf(url: string): string {
	const start = url.indexOf("?");
	return start === -1 ? "" : url.slice(start + 1);
}
