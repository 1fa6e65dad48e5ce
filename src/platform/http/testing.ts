/** A whole server on a free port for tests: real sockets, real cookies, the plainest of shells. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configSlot, readConfig } from "../config/index.ts";
import type { House } from "../context/index.ts";
import { html } from "../html/html.ts";
import { page } from "./answer.ts";
import type { ResolveOfficer } from "./gate.ts";
import type { Route } from "./route.ts";
import { buildServer } from "./server.ts";
import { type Shell, shellsSlot } from "./shell.ts";
import { troubleWords } from "./words.ts";

const plainShell: Shell = {
	wrap: (_ctx, shown) =>
		html`<!DOCTYPE html><html lang="en"><title>${shown.title}</title><main>${shown.main}</main></html>`,
	trouble: (_ctx, trouble) => {
		const { title, says } = troubleWords(trouble);
		return page({
			status: trouble.status,
			title,
			main: html`<h1>${title}</h1>${says.map((line) => html`<p>${line}</p>`)}`,
		});
	},
};

export type TestServer = {
	url: string;
	lines: string[];
	uploadsFolder: string;
	/** Asks without following redirects. */
	ask(path: string, init?: RequestInit): Promise<Response>;
	close(): Promise<void>;
	[Symbol.asyncDispose](): Promise<void>;
};

export async function startTestServer(
	house: House,
	routes: readonly Route[],
	settings: Record<string, string> = {},
	resolveOfficer: ResolveOfficer = async () => undefined,
): Promise<TestServer> {
	const assetsFolder = mkdtempSync(join(tmpdir(), "frontdoor-assets-"));
	writeFileSync(join(assetsFolder, "site.0a1b2c.css"), "main{color:black}".repeat(100));
	writeFileSync(join(assetsFolder, "site.0a1b2c.css.br"), "as if compressed");
	const uploadsFolder = mkdtempSync(join(tmpdir(), "frontdoor-uploads-"));
	configSlot.put(house, readConfig({ RATE_LIMIT: "100000", ...settings }));
	shellsSlot.put(house, { public: plainShell, account: plainShell, desk: plainShell });
	const lines: string[] = [];
	const logTo = { write: (line: string) => void lines.push(line) };
	const app = await buildServer({ house, routes, resolveOfficer, assetsFolder, uploadsFolder, logTo });
	await app.listen({ port: 0, host: "127.0.0.1" });
	const url = `http://127.0.0.1:${portOf(app.server.address())}`;
	const close = async () => {
		await app.close();
		for (const folder of [assetsFolder, uploadsFolder]) rmSync(folder, { recursive: true, force: true });
	};
	return {
		url,
		lines,
		uploadsFolder,
		ask: (path, init) => fetch(url + path, { redirect: "manual", ...init }),
		close,
		[Symbol.asyncDispose]: close,
	};
}

function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
	return address.port;
}

/** What a browser keeps of the answers it gets, and sends with what it asks. */
export class CookieJar {
	readonly #cookies = new Map<string, string>();
	keep(response: Response): Response {
		for (const line of response.headers.getSetCookie()) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0/i.test(line)) this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
		return response;
	}
	get(name: string): string | undefined {
		return this.#cookies.get(name);
	}
	set(name: string, value: string): void {
		this.#cookies.set(name, value);
	}
	get header(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	}
}

/** The token that a form on this page carries. */
export function tokenOn(markup: string): string {
	return /name="_csrf" value="([^"]+)"/.exec(markup)?.[1] ?? "";
}
