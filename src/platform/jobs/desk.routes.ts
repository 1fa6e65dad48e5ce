import { z } from "zod";
import { redirect } from "../http/answer.ts";
import { deskRoute } from "../http/define.ts";
import type { Route } from "../http/route.ts";
import { retryJob } from "./actions.ts";
import { deadLettersPage } from "./desk.views.ts";
import { countDeadLetters, deadLetters } from "./queries.ts";

// The queue counts jobs in a bigint.
const jobId = z.string().regex(/^[1-9][0-9]{0,17}$/);

export const jobsRoutes: readonly Route[] = [
	deskRoute({
		may: "jobs.read",
		method: "GET",
		path: "/desk/admin/jobs",
		query: z.object({ before: jobId.optional().catch(undefined) }),
		handle: async (ctx, { query, visit }) => {
			const found = await deadLetters(ctx.house.db, query.before);
			const total = await countDeadLetters(ctx.house.db);
			return deadLettersPage({
				...found,
				total,
				mayRetry: ctx.actor.permissions.has("jobs.retry"),
				token: visit.csrf(),
			});
		},
	}),
	deskRoute({
		may: "jobs.retry",
		method: "POST",
		path: "/desk/admin/jobs/:id/retry",
		params: z.object({ id: jobId }),
		handle: async (ctx, { params }) => {
			await retryJob(ctx, params.id);
			return redirect("/desk/admin/jobs");
		},
	}),
];
