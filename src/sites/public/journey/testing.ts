/** The public site on a database of its own for tests, with the pack that COUNCIL names or the default one, and a browser without script that uses it. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretSlot } from "../../../platform/auth/index.ts";
import { configSlot, readConfig } from "../../../platform/config/index.ts";
import { type House, systemContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { cloneDatabase } from "../../../platform/db/testing.ts";
import { listenersSlot } from "../../../platform/events/index.ts";
import { diskStore, intakeSlot } from "../../../platform/files/index.ts";
import { CookieJar, startTestServer, type TestServer, tokenOn } from "../../../platform/http/testing.ts";
import { demoAddresses } from "../../../connectors/demo/addresses.ts";
import { demoAssets } from "../../../connectors/demo/assets.ts";
import { knowledgeModule } from "../../../modules/knowledge/index.ts";
import { messagesModule } from "../../../modules/messages/index.ts";
import { addressPort, assetPort, placesModule, sectorNames } from "../../../modules/places/index.ts";
import { type Definition, servicesModule, servicesPart } from "../../../modules/services/index.ts";
import { staffModule } from "../../../modules/staff/index.ts";
import { lifeEventRoutes } from "../life-events/routes.ts";
import { pageRoutes } from "../pages/routes.ts";
import { robotsRoutes } from "../robots.routes.ts";
import { serviceRoutes } from "../services/routes.ts";
import { journeyRoutes } from "./index.ts";

export type PublicSite = Awaited<ReturnType<typeof openPublicSite>>;

/** `beside` are services that the pack does not have; a team of it works them. */
export async function openPublicSite(beside: readonly Definition[] = []) {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	const config = readConfig({ COUNCIL: process.env["COUNCIL"], RATE_LIMIT: "100000", LOG_LEVEL: "error" });
	const pack = join(import.meta.dirname, "../../../../packs", config.COUNCIL);
	const rooms = [placesModule, knowledgeModule, staffModule, messagesModule, servicesModule];
	configSlot.put(house, config);
	secretSlot.put(house, "a secret of thirty-two characters or more");
	listenersSlot.put(house, new Map());
	const uploads = mkdtempSync(join(tmpdir(), "frontdoor-journey-"));
	mkdirSync(join(uploads, "spool"));
	intakeSlot.put(house, {
		store: diskStore(join(uploads, "files")),
		scanner: { scan: async () => ({ verdict: "clean" }) },
		spool: join(uploads, "spool"),
	});
	for (const part of [councilPart, ...rooms.flatMap((room) => room.pack)]) await part.read(pack, house);
	const own = servicesPart.of(house);
	const { owner, topic } = own[0] ?? { owner: "", topic: "" };
	servicesPart.put(house, [...own, ...beside.map((definition) => ({ ...definition, owner, topic }))]);
	addressPort.put(house, demoAddresses(house));
	assetPort.put(house, demoAssets(house));
	for (const room of rooms) await room.opens?.(systemContext(house, "test"));
	const server = await startTestServer(
		house,
		[...serviceRoutes, ...pageRoutes, ...journeyRoutes, ...lifeEventRoutes, ...robotsRoutes],
		{
			LOG_LEVEL: "error",
		},
	);
	const close = async () => {
		await server.close();
		await database.close();
		rmSync(uploads, { recursive: true, force: true });
	};
	// With it the demonstration's register finds addresses in the council's area.
	const postcode = `${sectorNames(house)[0]}AB`;
	return { house, server, db: database.db, close, postcode, browser: () => new Browser(server.ask) };
}

export type Shown = { status: number; path: string; text: string; headers: Headers };

/** Follows redirects and keeps cookies, as a browser without script does. */
export class Browser {
	readonly #jar = new CookieJar();
	readonly #server: TestServer["ask"];
	constructor(server: TestServer["ask"]) {
		this.#server = server;
	}
	async get(path: string): Promise<Shown> {
		return this.#ask(path, {});
	}
	/** Posts fields from the page at `from`, with the token that its form carries. */
	async post(from: Shown, path: string, fields: Iterable<readonly [string, string]>): Promise<Shown> {
		const body = new URLSearchParams([
			["_csrf", tokenOn(from.text)],
			...[...fields].map(([name, value]) => [name, value]),
		]);
		return this.#ask(path, { method: "POST", body });
	}
	async upload(
		from: Shown,
		path: string,
		files: readonly { field: string; name: string; bytes: Uint8Array<ArrayBuffer> }[],
		fields: Iterable<readonly [string, string]> = [],
	): Promise<Shown> {
		const body = new FormData();
		for (const [name, value] of fields) body.append(name, value);
		body.append("_csrf", tokenOn(from.text));
		for (const [name, value] of fields) body.append(name, value);
		for (const { field, name, bytes } of files) body.append(field, new Blob([bytes]), name);
		return this.#ask(path, { method: "POST", body });
	}
	async #ask(path: string, init: RequestInit): Promise<Shown> {
		let asked = path;
		let answer = await this.#send(asked, init);
		for (let hops = 0; hops < 10 && answer.status === 303; hops++) {
			asked = answer.headers.get("location") ?? "/";
			answer = await this.#send(asked, {});
		}
		return { status: answer.status, path: asked, text: await answer.text(), headers: answer.headers };
	}
	async #send(path: string, init: RequestInit): Promise<Response> {
		const headers = { cookie: this.#jar.header, "sec-fetch-site": "same-origin" };
		return this.#jar.keep(await this.#server(path, { ...init, headers }));
	}
}
