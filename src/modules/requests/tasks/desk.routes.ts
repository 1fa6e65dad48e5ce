import { z } from "zod";
import { readingNoted } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { serviceVersion } from "../../services/index.ts";
import { readCursor, writeCursor } from "../../../platform/thread/index.ts";
import { type TaskFilter, taskPage, type TaskRow } from "./list.ts";
import { type TaskRowProps, tasksView } from "./list.views.ts";
import { taskWork } from "./work.routes.ts";

const word = z.string().trim().max(100).catch("");

const tasksRoute = deskRoute({
	method: "GET",
	path: "/desk/tasks",
	may: "requests.read",
	query: z.object({ whose: z.enum(["teams", "owned", "all"]).catch("teams"), after: word, before: word }),
	async handle(ctx, { query: { whose, after, before } }) {
		const noted = readingNoted(ctx, {
			action: "tasks.listed",
			subject: { kind: "tasks", id: whose },
			purpose: ctx.purpose ?? "casework",
		});
		const [next, last] = [readCursor(after), readCursor(before)];
		const from = next ? { after: next } : last ? { before: last } : undefined;
		const found = await taskPage(ctx.house.db, ctx.actor, filterOf(ctx, whose), from, noted);
		return page({
			title: "Tasks",
			current: "tasks",
			wide: true,
			main: tasksView({
				views: views.map((view) => ({ text: view.text, href: addressOf(view.whose), active: view.whose === whose })),
				rows: await named(ctx, found.rows),
				next: found.next && addressOf(whose, { after: writeCursor(found.next) }),
				previous: found.previous && addressOf(whose, { before: writeCursor(found.previous) }),
				empty: emptyWords[whose],
				now: ctx.now,
			}),
		});
	},
});

type Whose = "teams" | "owned" | "all";

const views: readonly { text: string; whose: Whose }[] = [
	{ text: "My teams'", whose: "teams" },
	{ text: "On my requests", whose: "owned" },
	{ text: "All teams'", whose: "all" },
];

const emptyWords: Readonly<Record<Whose, string>> = {
	teams: "Your teams have no tasks to do.",
	owned: "The requests that you have wait for no task.",
	all: "No team has a task to do.",
};

function filterOf({ actor }: OfficerContext, whose: Whose): TaskFilter {
	return whose === "teams" ? { teams: actor.teams } : whose === "owned" ? { owner: actor.id } : "all";
}

function addressOf(whose: Whose, place: Record<string, string> = {}): string {
	const asked = new URLSearchParams({ ...(whose === "teams" ? {} : { whose }), ...place });
	return asked.size === 0 ? "/desk/tasks" : `/desk/tasks?${asked}`;
}

async function named(ctx: OfficerContext, rows: readonly TaskRow[]): Promise<TaskRowProps[]> {
	return Promise.all(
		rows.map(async (row) => {
			const service = await serviceVersion(ctx.house, row.serviceId, row.serviceVersion);
			const name = service.definition.tasks.find(({ id }) => id === row.task)?.name ?? row.task;
			return { ...row, name, serviceName: service.definition.name };
		}),
	);
}

export const taskRoutes: readonly Route[] = [tasksRoute, ...taskWork];
