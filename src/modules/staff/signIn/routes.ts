import QRCode from "qrcode";
import { z } from "zod";
import { officerCookie, providerName } from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, localPath, page, redirect, route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Problem } from "../form.views.ts";
import type { Browser } from "./admit.ts";
import { awaitsCode, checkCode } from "./code.ts";
import { enrolment, finishEnrolment } from "./enrol.ts";
import { comeFromProvider, goToProvider } from "./openid.ts";
import { signOut } from "./out.ts";
import { checkPassword } from "./password.ts";
import { codePage, enrolPage, signInPage } from "./views.ts";
import { saidOf } from "./words.ts";

/** Between the steps the browser holds this; from the last on it holds the session. */
const stepCookie = "sign-in";
const stepSeconds = 600;

const open = { site: "desk", may: "anyone" } as const;
const guessable = { ...open, limit: "sign-in" } as const;
const text = z.string().catch("");
const asked = z.object({ next: text, signed: text });
const codeForm = z.object({ code: text });

const signInRoute = route({
	...open,
	method: "GET",
	path: "/desk/sign-in",
	query: asked,
	handle(ctx, { query, visit }) {
		const next = localPath(query.next) ?? "/desk";
		if (ctx.actor.kind === "officer") return redirect(next);
		return signIn(ctx, visit, { next, ...(query.signed === "out" ? { notice: "You have signed out." } : {}) });
	},
});

const passwordRoute = route({
	...guessable,
	method: "POST",
	path: "/desk/sign-in",
	form: z.object({ email: text, password: text, next: text }),
	async handle(ctx, { form, visit }) {
		const next = localPath(form.next) ?? "/desk";
		const problems = missing(form);
		if (problems.length > 0) return signIn(ctx, visit, { next, email: form.email, problems });
		const checked = await checkPassword(ctx, { ...form, address: visit.address, next });
		if (isRefusal(checked)) {
			return signIn(ctx, visit, { next, email: form.email, problems: [saidOf(checked, "email")] });
		}
		visit.setCookie(stepCookie, checked.token, stepSeconds);
		return redirect(checked.step === "code" ? "/desk/sign-in/code" : "/desk/sign-in/set-up");
	},
});

const codeRoute = route({
	...open,
	method: "GET",
	path: "/desk/sign-in/code",
	async handle(ctx, { visit }) {
		return (await awaitsCode(ctx, stepToken(visit))) ? codeStep(visit, []) : redirect("/desk/sign-in");
	},
});

const codeTypedRoute = route({
	...guessable,
	method: "POST",
	path: "/desk/sign-in/code",
	form: codeForm,
	async handle(ctx, { form, visit }) {
		const outcome = await checkCode(ctx, { token: stepToken(visit), code: form.code, browser: browserOf(visit) });
		if (!isRefusal(outcome)) return letIn(visit, outcome);
		return outcome.code === "over" ? beginAgain(ctx, visit, outcome) : codeStep(visit, [saidOf(outcome, "code")]);
	},
});

const enrolRoute = route({
	...open,
	method: "GET",
	path: "/desk/sign-in/set-up",
	handle: (ctx, { visit }) => enrolStep(ctx, visit, []),
});

const enrolTypedRoute = route({
	...guessable,
	method: "POST",
	path: "/desk/sign-in/set-up",
	form: codeForm,
	async handle(ctx, { form, visit }) {
		const outcome = await finishEnrolment(ctx, {
			token: stepToken(visit),
			code: form.code,
			browser: browserOf(visit),
		});
		if (!isRefusal(outcome)) return letIn(visit, outcome);
		return outcome.code === "over" ? beginAgain(ctx, visit, outcome) : enrolStep(ctx, visit, [saidOf(outcome, "code")]);
	},
});

const openIdRoute = route({
	...guessable,
	method: "GET",
	path: "/desk/sign-in/openid",
	query: asked,
	async handle(ctx, { query, visit }) {
		if (providerName(ctx.house) === undefined) return redirect("/desk/sign-in");
		const going = await goToProvider(ctx, localPath(query.next) ?? "/desk");
		if (isRefusal(going)) return beginAgain(ctx, visit, going);
		visit.setCookie(stepCookie, going.token, stepSeconds);
		return { kind: "redirect", to: going.address, status: 302 };
	},
});

const openIdBackRoute = route({
	...guessable,
	method: "GET",
	path: "/desk/sign-in/openid/callback",
	async handle(ctx, { visit }) {
		const outcome = await comeFromProvider(ctx, {
			token: stepToken(visit),
			path: visit.url,
			browser: browserOf(visit),
		});
		return isRefusal(outcome) ? beginAgain(ctx, visit, outcome) : letIn(visit, outcome);
	},
});

const signOutRoute = route({
	...open,
	method: "POST",
	path: "/desk/sign-out",
	async handle(ctx, { visit }) {
		const token = visit.cookie(officerCookie);
		if (token !== undefined) await signOut(ctx, token);
		visit.setCookie(officerCookie, "", 0);
		return redirect("/desk/sign-in?signed=out");
	},
});

export const signInRoutes = [
	signInRoute,
	passwordRoute,
	codeRoute,
	codeTypedRoute,
	enrolRoute,
	enrolTypedRoute,
	openIdRoute,
	openIdBackRoute,
	signOutRoute,
];

type Shown = { next: string; email?: string; problems?: readonly Problem[]; notice?: string };

function signIn(ctx: Context, visit: Visit, { next, email = "", problems = [], notice }: Shown): Answer {
	const provider = providerName(ctx.house);
	return page({
		title: "Sign in",
		wrong: problems.length > 0,
		main: signInPage({ csrf: visit.csrf(), next, email, problems, provider, notice }),
	});
}

function beginAgain(ctx: Context, visit: Visit, refusal: Parameters<typeof saidOf>[0]): Answer {
	visit.setCookie(stepCookie, "", 0);
	return signIn(ctx, visit, { next: "/desk", problems: [{ message: saidOf(refusal, "email").message }] });
}

function codeStep(visit: Visit, problems: readonly Problem[]): Answer {
	const main = codePage({ csrf: visit.csrf(), problems });
	return page({ title: "Enter your one-time code", wrong: problems.length > 0, main });
}

async function enrolStep(ctx: Context, visit: Visit, problems: readonly Problem[]): Promise<Answer> {
	const found = await enrolment(ctx, stepToken(visit));
	if (!found) return redirect("/desk/sign-in");
	const qr = await QRCode.toString(found.address, { type: "svg", width: 220, margin: 2 });
	const main = enrolPage({ csrf: visit.csrf(), problems, qr, secret: found.secret });
	return page({ title: "Set up your one-time code", wrong: problems.length > 0, main });
}

/** The session's cookie has no age: it goes when the browser closes, and the database says when it is over. */
function letIn(visit: Visit, { session, next, hasFirstPassword }: LetIn): Answer {
	visit.setCookie(stepCookie, "", 0);
	visit.setCookie(officerCookie, session);
	return redirect(hasFirstPassword ? "/desk/account" : next);
}

type LetIn = { session: string; next: string; hasFirstPassword: boolean };

function stepToken(visit: Visit): string {
	return visit.cookie(stepCookie) ?? "";
}

function browserOf(visit: Visit): Browser {
	return { agent: visit.agent, session: visit.cookie(officerCookie) };
}

function missing({ email, password }: { email: string; password: string }): Problem[] {
	const problems: Problem[] = [];
	if (email.trim() === "") problems.push({ field: "email", message: "Enter your email address" });
	if (password === "") problems.push({ field: "password", message: "Enter your password" });
	return problems;
}
