import { z } from "zod";
import { officerCookie, sessionId, sessionsOf } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, deskRoute, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Problem } from "../form.views.ts";
import { roleNames, teamNames } from "../pack.ts";
import { credentialsById } from "../queries.ts";
import { saidOf } from "../signIn/words.ts";
import { passwordWords } from "../words.ts";
import { choosePassword, endSessions } from "./actions.ts";
import { accountPage } from "./views.ts";

const text = z.string().catch("");
const done = z.enum(["password", "sessions"]).optional().catch(undefined);

const accountRoute = deskRoute({
	method: "GET",
	path: "/desk/account",
	may: "officer",
	query: z.object({ done }),
	handle: (ctx, { query, visit }) => account(ctx, visit, [], query.done),
});

const passwordRoute = deskRoute({
	method: "POST",
	path: "/desk/account/password",
	may: "officer",
	limit: "sign-in",
	form: z.object({ current: text, password: text }),
	async handle(ctx, { form, visit }) {
		const outcome = await choosePassword(ctx, { ...form, agent: visit.agent });
		if (!isRefusal(outcome)) {
			visit.setCookie(officerCookie, outcome.session);
			return redirect("/desk/account?done=password");
		}
		return account(ctx, visit, [problemWith(outcome)]);
	},
});

const endedSessionsRoute = deskRoute({
	method: "POST",
	path: "/desk/account/ended-sessions",
	may: "officer",
	form: z.object({ session: z.union([z.literal("others"), z.hex().length(64)]) }),
	async handle(ctx, { form, visit }) {
		const own = visit.cookie(officerCookie) ?? "";
		await endSessions(ctx, ctx.actor.id, form.session === "others" ? { allBut: own } : { id: form.session });
		return redirect("/desk/account?done=sessions");
	},
});

export const accountRoutes = [accountRoute, passwordRoute, endedSessionsRoute];

type Refused = Extract<Awaited<ReturnType<typeof choosePassword>>, { code: string }>;

function problemWith(refusal: Refused): Problem {
	if (refusal.code === "wait") return saidOf(refusal, "current");
	if (refusal.code === "wrong") return { field: "current", message: "That is not the password you have now" };
	return { field: "password", message: passwordWords[refusal.code] };
}

async function account(
	ctx: OfficerContext,
	visit: Visit,
	problems: readonly Problem[],
	finished?: z.infer<typeof done>,
): Promise<Answer> {
	const { actor, house, now } = ctx;
	const known = await credentialsById(house.db, actor.id);
	const sessions = await sessionsOf(house.db, now, { kind: "officer", id: actor.id });
	const password = !known?.passwordHash ? "none" : known.passwordIsFirst ? "first" : "own";
	return page({
		title: "Your account",
		current: "account",
		wrong: problems.length > 0,
		main: accountPage({
			csrf: visit.csrf(),
			name: actor.name,
			email: actor.email,
			teams: teamNames(house, actor.teams),
			roles: roleNames(house, known?.roles ?? []),
			password,
			sessions: { sessions, own: sessionId(visit.cookie(officerCookie) ?? ""), now },
			problems,
			done: finished,
		}),
	});
}
