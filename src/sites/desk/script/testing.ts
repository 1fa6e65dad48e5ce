/** The desk's own pages on a database of its own for tests, and officers without script who use them. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { officerCookie, type Permission } from "../../../platform/auth/index.ts";
import { type OfficerActor, systemContext } from "../../../platform/context/index.ts";
import { startTestServer } from "../../../platform/http/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { addOfficer } from "../../../modules/staff/index.ts";
import { Browser, openPublicSite } from "../../public/journey/testing.ts";
import { deskScriptRoutes } from "./index.ts";
import { savedRoutes } from "../../public/journey/saved.routes.ts";
import { mugs, sweeping } from "./sweeping.test-data.ts";

export async function openDesk() {
	const site = await openPublicSite([sweeping, mugs]);
	const officers = new Map<string, OfficerActor>();
	const server = await startTestServer(
		site.house,
		[...deskScriptRoutes, ...savedRoutes],
		{ LOG_LEVEL: "error" },
		async (token) => officers.get(token),
	);
	const onTheBooks = async () => {
		const email = `${randomUUID()}@council.example`;
		const ctx = systemContext(site.house, "test");
		const added = await addOfficer(ctx, { email, name: "Robin Marsh", roles: [], teams: [] });
		return isRefusal(added) ? assert.fail(added.code) : added.id;
	};
	/** An officer with these permissions and one of their browsers; the same officer again when one is given. */
	const officer = async (permissions: readonly Permission[], again?: OfficerActor) => {
		const actor: OfficerActor = again ?? {
			kind: "officer",
			id: await onTheBooks(),
			name: "Robin Marsh",
			email: "robin@council.example",
			teams: [],
			roles: [],
			permissions: new Set(permissions),
		};
		const token = randomUUID();
		officers.set(token, actor);
		const browser = new Browser((path, init = {}) => {
			const headers = new Headers(init.headers);
			headers.set("cookie", `${officerCookie}=${token}; ${headers.get("cookie") ?? ""}`);
			return server.ask(path, { ...init, headers });
		});
		return { actor, browser };
	};
	const close = async () => {
		await server.close();
		await site.close();
	};
	return { ...site, deskServer: server, officer, close };
}
