import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import {
	deskRoute,
	localPath,
	type Page,
	page,
	redirect,
	type Route,
	type Visit,
} from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { roleNames, teams } from "../../staff/index.ts";
import type { Tree } from "../links/link.ts";
import { purposes, purposesFor } from "../purposes/pack.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { currentLookUp } from "./lookUp.ts";
import { newLookUpPage, type NewLookUpProps } from "./new.views.ts";
import { opensInWords } from "./opensInWords.ts";
import { refusedPage } from "./refused.views.ts";
import { refusePurpose, stateLookUp } from "./state.ts";
import { theTree } from "./theTree.ts";
import { lookUpFor, purposeInHand } from "./work.ts";

const title = "Why are you opening this record?";
const params = z.object({ id: z.string().max(60) });
const word = z.string().max(100).catch("");
/** Only to pages of customers: what is opened is one of them. */
const next = z
	.string()
	.optional()
	.catch(undefined)
	.transform((path) => (path?.startsWith("/desk/customers/") ? localPath(path) : undefined));

/** An officer says why they open a customer's record. */
export const newLookUpRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/customers/:id/look-ups/new",
		may: "customers.read",
		params,
		query: z.object({ work: word, next }),
		async handle(ctx, { params: { id }, query: { work, next }, visit }) {
			const tree = await theTree(ctx, id);
			const inHand = work === "" ? undefined : await purposeInHand(ctx, tree, work);
			if (inHand) {
				if (await lookUpFor(ctx, tree, work).then((lookUp) => lookUp?.work === inHand.inHand.reference))
					return redirect(next ?? recordOf(tree));
				await refusePurpose(ctx, tree, inHand.purpose, inHand.inHand.reference);
				return refused(ctx, tree, inHand.purpose, inHand.inHand.reference);
			}
			const last = await currentLookUp(ctx, tree);
			const said = { purpose: last?.purpose.id ?? "", why: last?.why ?? "" };
			return ask(ctx, visit, tree, { said, problem: undefined, next });
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/customers/:id/look-ups",
		may: "customers.read",
		params,
		form: z.object({
			purpose: word,
			why: z.record(z.string(), z.string().catch("")).catch({}),
			next,
		}),
		async handle(ctx, { params: { id }, form: { purpose, why: whys, next }, visit }) {
			const tree = await theTree(ctx, id);
			const why = (Object.hasOwn(whys, purpose) ? whys[purpose] : "") ?? "";
			const stated = await stateLookUp(ctx, tree, { purpose, why });
			if (!isRefusal(stated)) return redirect(next ?? recordOf(tree));
			if (stated.code === "not-yours") return refused(ctx, tree, stated.details);
			return ask(ctx, visit, tree, { said: { purpose, why: why.slice(0, 20_000) }, problem: stated.code, next });
		},
	}),
];

function recordOf({ head }: Tree): string {
	return `/desk/customers/${head.reference}`;
}

function ask(
	ctx: OfficerContext,
	visit: Visit,
	{ head }: Tree,
	props: Pick<NewLookUpProps, "said" | "problem" | "next">,
): Page {
	const { house, actor } = ctx;
	const own = purposesFor(house, actor.roles);
	const main = newLookUpPage({
		...props,
		reference: head.reference,
		choices: own.map((purpose) => ({ ...choiceOf(purpose), opens: opensInWords(house, purpose, actor.roles) })),
		others: purposes(house)
			.filter((purpose) => !own.includes(purpose))
			.map(({ name, team }) => ({ name, team: teamOf(ctx, team).name })),
		csrf: visit.csrf(),
	});
	const wrong = props.problem === undefined ? {} : { status: 400, wrong: true };
	return page({ title, main, current: "customers", ...wrong });
}

function choiceOf({ id, name, says, asks }: Purpose) {
	return { id, name, says, asks };
}

function refused(ctx: OfficerContext, { head }: Tree, purpose: Purpose, work?: string): Page {
	const { house } = ctx;
	return page({
		status: 403,
		title: `You cannot open this record for “${purpose.name}”`,
		current: "customers",
		main: refusedPage({
			reference: head.reference,
			purpose,
			opens: opensInWords(house, purpose, purpose.roles),
			roles: roleNames(house, purpose.roles),
			team: teamOf(ctx, purpose.team),
			work,
		}),
	});
}

function teamOf({ house }: OfficerContext, id: string) {
	const team = teams(house).find((one) => one.id === id);
	return { name: team?.name ?? id, phone: team?.phone, email: team?.email };
}
