import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { beginWithUs } from "../../../modules/records/index.ts";
import { customersAt, recordAt } from "./addresses.ts";
import { type BeginProps, beginView, problemOf } from "./begin.views.ts";
import { noteReading, type Opened, openCustomer } from "./open.ts";
import { readCustomer } from "./read.ts";

const path = `${customersAt}/:id/beginning`;
const may = "forms.fill";
const params = z.object({ id: z.string().max(60) });
const text = z.string().max(20_000).catch("");

/** A customer whom only other systems know gets a record with us, by what they say of themselves. */
export const beginRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		params,
		async handle(ctx, { params: { id }, visit }) {
			const opened = await open(ctx, id);
			if ("instead" in opened) return opened.instead;
			await noteReading(ctx, opened, "customer.read");
			return show(visit, opened, { typed: await known(ctx, opened), problem: undefined });
		},
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		params,
		form: z.object({ name: text, email: text, phone: text }),
		async handle(ctx, { params: { id }, form, visit }) {
			const opened = await open(ctx, id);
			if ("instead" in opened) return opened.instead;
			const { reference } = opened.tree.head;
			const problem = problemOf(form);
			if (problem) return show(visit, opened, { typed: form, problem });
			const begun = await beginWithUs(ctx, opened.tree.head.id, form);
			if (!isRefusal(begun) || begun.code === "has-one") return redirect(recordAt(reference));
			return show(visit, opened, { typed: form, problem: begun.code });
		},
	}),
];

async function open(ctx: OfficerContext, id: string): Promise<Opened | { instead: Answer }> {
	const opened = await openCustomer(ctx, id, (reference) => recordAt(`${reference}/beginning`));
	if ("instead" in opened || opened.tree.customerIds.length === 0) return opened;
	return { instead: redirect(recordAt(opened.tree.head.reference)) };
}

/** What the officer may see of them already, so that they need not type it. */
async function known(ctx: OfficerContext, { tree, lookUp }: Opened): Promise<BeginProps["typed"]> {
	const { golden } = await readCustomer(ctx, tree, lookUp.sees, { kind: "", words: "", before: "" });
	const of = (field: string) => golden.find((one) => one.field === field)?.value ?? "";
	return { name: of("name"), email: of("email"), phone: of("phone") };
}

function show(visit: Visit, { tree }: Opened, asked: Pick<BeginProps, "typed" | "problem">): Answer {
	const { reference } = tree.head;
	return page({
		title: `Begin a record with us · ${reference}`,
		current: "customers",
		before: backLink({ text: "Back to the customer", href: recordAt(reference) }),
		main: beginView({ ...asked, at: recordAt(`${reference}/beginning`), csrf: visit.csrf() }),
		...(asked.problem ? { status: 422, wrong: true } : {}),
	});
}
