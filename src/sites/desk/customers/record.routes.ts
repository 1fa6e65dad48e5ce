import { z } from "zod";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { checkCard, linksCard } from "../../../modules/records/index.ts";
import { customersAt, recordAt } from "./addresses.ts";
import { noteReading, openCustomer } from "./open.ts";
import { readCustomer } from "./read.ts";
import { recordProps } from "./recordProps.ts";
import { recordView } from "./record.views.ts";
import { threadQuery } from "./thread.ts";

const work = z.string().trim().max(60).catch("");

/** The Smart Record: all that the council knows of a customer and this officer may see for what they are doing. */
export const recordRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: `${customersAt}/:id`,
		may: "customers.read",
		params: z.object({ id: z.string().max(60) }),
		query: threadQuery.extend({ work }),
		async handle(ctx, { params: { id }, query, visit }) {
			const opened = await openCustomer(ctx, id, (reference) => recordAt(reference, query), query.work);
			if ("instead" in opened) return opened.instead;
			const [read, check, links] = await Promise.all([
				readCustomer(ctx, opened.tree, opened.lookUp.sees, query),
				checkCard(ctx, opened.tree, opened.lookUp, visit.csrf()),
				linksCard(ctx, opened.tree),
				noteReading(ctx, opened, "customer.read"),
			]);
			const props = { ...recordProps(ctx, read, query, opened.lookUp), check, links };
			return page({
				title: `${props.name || "Customer"} · ${props.reference}`,
				before: backLink({ text: "Back to customers", href: customersAt }),
				main: recordView(props),
				current: "customers",
				wide: true,
			});
		},
	}),
];
