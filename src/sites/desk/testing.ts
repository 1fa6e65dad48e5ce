/** An officer who asks the desk's routes for pages, on the house that a test has. */
import type { Permission } from "../../platform/auth/permissions.ts";
import type { House, OfficerContext } from "../../platform/context/index.ts";
import type { Answer, Route, Visit } from "../../platform/http/index.ts";

const visit: Visit = {
	url: "/desk",
	address: "127.0.0.1",
	agent: "",
	csrf: () => "a-token",
	cookie: () => undefined,
	setCookie: () => undefined,
};

export function officerOf(house: House, ...held: Permission[]): OfficerContext {
	return {
		house,
		now: new Date("2026-03-02T09:00:00Z"),
		correlation: "test",
		actor: {
			kind: "officer",
			id: "01950000-0000-7000-8000-000000000001",
			name: "Ada Officer",
			email: "ada@example.org",
			teams: [],
			roles: [],
			permissions: new Set(held),
		},
	};
}

type Raw = { params?: unknown; query?: unknown; form?: unknown };

/** Throws when no such route is among them. */
export async function askDesk(
	routes: readonly Route[],
	ctx: OfficerContext,
	path: string,
	raw: Raw = {},
): Promise<Answer> {
	const route = routes.find((one) => one.method === "GET" && one.path === path);
	if (!route) throw new Error(`There is no route ${path}.`);
	return route.run(ctx, { params: {}, query: {}, form: {}, files: [], visit, ...raw });
}

export function shownIn(answer: Answer): string {
	if (answer.kind !== "page") throw new Error(`It is a ${answer.kind}.`);
	return answer.main.text;
}
