import { z } from "zod";
import { errorSummary } from "../../../platform/html/govuk/index.ts";
import { html } from "../../../platform/html/html.ts";
import { deskRoute, page, redirect, type Route } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { currentLookUp } from "../lookUps/lookUp.ts";
import { theTree } from "../lookUps/theTree.ts";
import { lookUpAddress } from "../lookUps/work.ts";
import { checkCard } from "./card.ts";
import { checkSaid } from "./check.ts";
import { checkRefusals } from "./views.ts";

const params = z.object({ id: z.string().max(60) });
const title = "Check what they say";

/** An officer checks what a customer says of themselves. */
export const checkRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/customers/:id/checks",
		may: "customers.read",
		params,
		async handle(ctx, { params: { id } }) {
			const { head } = await theTree(ctx, id);
			return redirect(`/desk/customers/${head.reference}#check`);
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/customers/:id/checks",
		may: "customers.read",
		params,
		form: z.object({ field: z.string().max(60).catch(""), said: z.string().catch("") }),
		async handle(ctx, { params: { id }, form, visit }) {
			const tree = await theTree(ctx, id);
			const lookUp = await currentLookUp(ctx, tree);
			if (!lookUp) return redirect(lookUpAddress(tree));
			const answer = await checkSaid(ctx, tree, lookUp, form);
			if (!isRefusal(answer)) return redirect(`/desk/customers/${tree.head.reference}#check`);
			const { code } = answer;
			const text = checkRefusals[code];
			const said = form.said.slice(0, 300);
			return page({
				status: 400,
				title,
				wrong: true,
				current: "customers",
				main: html`${errorSummary({ titleText: "There is a problem", errorList: [{ text, href: code === "unreadable" ? "#check-said" : "#check" }] })}
<h1 class="govuk-heading-l">${title}</h1>
${await checkCard(ctx, tree, lookUp, visit.csrf(), { code, field: form.field, said })}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${tree.head.reference}">Back to the record</a></p>`,
			});
		},
	}),
];
