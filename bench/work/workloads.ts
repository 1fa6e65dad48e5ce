import { publicServices, services } from "../../src/modules/services/index.ts";
import type { House } from "../../src/platform/context/index.ts";
import { createReports } from "./create.ts";
import type { Subjects } from "./subjects.ts";
import { browser, inTurn, type Workload } from "./workload.ts";

export type Given = {
	house: House;
	subjects: Subjects;
	phrases: readonly string[];
	apiKey: string;
	sessions: readonly string[];
};

export function workloads({ house, subjects, phrases, apiKey, sessions }: Given): Workload[] {
	const cookie = inTurn(sessions);
	const officerAsks = (paths: readonly string[]) => {
		const path = inTurn(paths);
		return () => ({ method: "GET" as const, path: path(), headers: { ...browser, cookie: cookie() } });
	};
	const start = inTurn(publicServices(house).map(({ id }) => `/services/${id}`));
	const question = inTurn(publicServices(house).map(({ id }) => `/services/${id}/form`));
	const phrase = inTurn(phrases);
	const queue = (query: Record<string, string>) => `/desk/requests?${new URLSearchParams(query)}`;
	return [
		{
			name: "create",
			says: "Create a request (Open311 POST)",
			next: createReports(house, apiKey, subjects.residents),
			aim: { ofFloor: 0.5 },
		},
		{
			name: "start",
			says: "Public start page",
			next: () => ({ method: "GET", path: start(), headers: browser }),
			aim: { perSecond: 1000 },
		},
		{
			name: "question",
			says: "Question page",
			next: () => ({ method: "GET", path: question(), headers: browser }),
			aim: { perSecond: 1000 },
		},
		{
			name: "search",
			says: "Search for a service, among 500 pages",
			next: () => ({ method: "GET", path: `/search?${new URLSearchParams({ q: phrase() })}`, headers: browser }),
			aim: { perSecond: 500, p99: 50 },
		},
		{
			name: "queue",
			says: "Queue page of 50",
			next: officerAsks(queues(house, subjects).map(queue)),
			aim: { perSecond: 400 },
		},
		{
			name: "request",
			says: "Request page",
			next: officerAsks(subjects.references.map((reference) => `/desk/requests/${reference}`)),
			aim: { perSecond: 400 },
		},
		{
			name: "text",
			says: "Search by text",
			next: officerAsks(subjects.words.map((q) => queue({ q }))),
			aim: { perSecond: 400 },
		},
		{
			name: "email",
			says: "Search by customer email",
			next: officerAsks(subjects.residents.map(({ email }) => queue({ q: email }))),
			aim: { perSecond: 400 },
		},
	];
}

/** The lists that officers come back to: of all, by service, by ward, what is late, what is closed. */
function queues(house: House, { wards }: Subjects): Record<string, string>[] {
	return [
		{},
		{ due: "overdue" },
		{ state: "closed" },
		...services(house).flatMap(({ id }) => [{ service: id }, { service: id, state: "closed" }]),
		...wards.map((ward) => ({ ward })),
	];
}
