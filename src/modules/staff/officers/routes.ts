import { z } from "zod";
import { sessionsOf } from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { House, OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { endSessions } from "../account/actions.ts";
import { addOfficer, changeOfficer, officerLeaves, startAgain } from "../actions.ts";
import type { Problem } from "../form.views.ts";
import { roleNames, roles, teamNames, teams } from "../pack.ts";
import { allOfficers, officerById } from "../queries.ts";
import { firstPasswordPage, newOfficerPage, officerPage, officersPage } from "./views.ts";
import { problemWith } from "./words.ts";

const purpose = "to manage who may use the desk";
const list = "/desk/admin/officers";
const managed = { may: "staff.manage" } as const;
const one = z.object({ id: z.uuid() });
const text = z.string().catch("");
/** A single checked box arrives as text, several as a list, none not at all. */
const several = z.preprocess(
	(value) => (typeof value === "string" ? [value] : (value ?? [])),
	z.array(z.string()).max(200),
);
const place = z.object({ roles: several, teams: several });
const doneWords = {
	place: "Their roles and teams are saved.",
	sessions: "Those sessions have ended.",
	left: "They can no longer sign in.",
};

const officersRoute = deskRoute({
	...managed,
	method: "GET",
	path: list,
	async handle(ctx) {
		const officers = await allOfficers(ctx.house.db);
		await audit(ctx.house.db, ctx, { action: "officers.listed", subject: { kind: "officers", id: "list" }, purpose });
		const lines = officers.map((officer) => ({
			...officer,
			roles: roleNames(ctx.house, officer.roles).join(", "),
			teams: teamNames(ctx.house, officer.teams).join(", "),
			hasLeft: officer.leftAt !== null,
		}));
		return page({ title: "Officers", current: "officers", wide: true, main: officersPage({ officers: lines }) });
	},
});

const newRoute = deskRoute({
	...managed,
	method: "GET",
	path: `${list}/new`,
	handle: (ctx, { visit }) => newOfficer(ctx, visit, { name: "", email: "", roles: [], teams: [] }, []),
});

const addRoute = deskRoute({
	...managed,
	method: "POST",
	path: list,
	form: z.object({ name: text, email: text, ...place.shape }),
	async handle(ctx, { form, visit }) {
		const added = await addOfficer(ctx, form);
		if (isRefusal(added)) return newOfficer(ctx, visit, form, [problemWith(added)]);
		return firstPassword({ ...added, name: form.name });
	},
});

const officerRoute = deskRoute({
	...managed,
	method: "GET",
	path: `${list}/:id`,
	params: one,
	query: z.object({ done: z.enum(["place", "sessions", "left"]).optional().catch(undefined) }),
	handle: (ctx, { params, query, visit }) => officer(ctx, visit, params.id, [], query.done && doneWords[query.done]),
});

const placeRoute = deskRoute({
	...managed,
	method: "POST",
	path: `${list}/:id/place`,
	params: one,
	form: place,
	async handle(ctx, { params, form, visit }) {
		const outcome = await changeOfficer(ctx, params.id, form);
		return isRefusal(outcome) ? officer(ctx, visit, params.id, [problemWith(outcome)]) : back(params.id, "place");
	},
});

const endedSessionsRoute = deskRoute({
	...managed,
	method: "POST",
	path: `${list}/:id/ended-sessions`,
	params: one,
	form: z.object({ session: z.union([z.literal("all"), z.hex().length(64)]) }),
	async handle(ctx, { params, form }) {
		await endSessions(ctx, params.id, form.session === "all" ? "all" : { id: form.session });
		return back(params.id, "sessions");
	},
});

const freshStartRoute = deskRoute({
	...managed,
	method: "POST",
	path: `${list}/:id/fresh-start`,
	params: one,
	async handle(ctx, { params, visit }) {
		const again = await startAgain(ctx, params.id);
		if (isRefusal(again)) return officer(ctx, visit, params.id, [problemWith(again)]);
		const known = await officerById(ctx.house.db, params.id);
		return firstPassword({ id: params.id, name: known?.name ?? "", password: again.password });
	},
});

const leavingRoute = deskRoute({
	...managed,
	method: "POST",
	path: `${list}/:id/leaving`,
	params: one,
	async handle(ctx, { params, visit }) {
		const outcome = await officerLeaves(ctx, params.id);
		return isRefusal(outcome) ? officer(ctx, visit, params.id, [problemWith(outcome)]) : back(params.id, "left");
	},
});

export const officersRoutes = [
	officersRoute,
	newRoute,
	addRoute,
	officerRoute,
	placeRoute,
	endedSessionsRoute,
	freshStartRoute,
	leavingRoute,
];

function back(id: string, done: keyof typeof doneWords): Answer {
	return redirect(`${list}/${id}?done=${done}`);
}

type Typed = { name: string; email: string; roles: readonly string[]; teams: readonly string[] };

function newOfficer(ctx: OfficerContext, visit: Visit, typed: Typed, problems: readonly Problem[]): Answer {
	return page({
		title: "Add an officer",
		current: "officers",
		wrong: problems.length > 0,
		before: toList,
		main: newOfficerPage({ ...typed, ...allOf(ctx.house), csrf: visit.csrf(), problems }),
	});
}

function firstPassword(props: Parameters<typeof firstPasswordPage>[0]): Answer {
	return page({ title: `${props.name} can sign in`, current: "officers", main: firstPasswordPage(props) });
}

async function officer(
	ctx: OfficerContext,
	visit: Visit,
	id: string,
	problems: readonly Problem[],
	done?: string,
): Promise<Answer> {
	const { db } = ctx.house;
	const found = await officerById(db, id);
	if (!found) throw new NotFound();
	const subject = { kind: "officer", id } as const;
	const sessions = await sessionsOf(db, ctx.now, subject);
	await audit(db, ctx, { action: "officer.read", subject, purpose });
	return page({
		title: found.name,
		current: "officers",
		wrong: problems.length > 0,
		before: toList,
		main: officerPage({
			...found,
			...allOf(ctx.house),
			csrf: visit.csrf(),
			hasLeft: found.leftAt !== null,
			isOwn: ctx.actor.id === id,
			sessions: { sessions, own: undefined, now: ctx.now },
			problems,
			done,
		}),
	});
}

const toList = backLink({ href: list, text: "Back to officers" });

function allOf(house: House) {
	return { allRoles: roles(house), allTeams: teams(house) };
}
