import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { golden } from "../../../modules/records/index.ts";
import { customersAt, recordAt, valueAt } from "./addresses.ts";
import { noteReading, openCustomer } from "./open.ts";
import { type Read, readCustomer } from "./read.ts";
import { type FormProps, valueView } from "./value.views.ts";
import { valueProps } from "./valueProps.ts";

const params = z.object({ id: z.string().max(60), field: z.string().max(40) });
const path = `${customersAt}/:id/values/:field`;
const text = z.string().max(20_000).catch("");

type Problem = { typed: FormProps["typed"]; code: FormProps["problem"] };

/** What every record says of one thing, and an officer's choice among it. */
export const valueRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may: "customers.read",
		params,
		handle: (ctx, { params, visit }) =>
			withField(ctx, params, (read, value) => show(ctx, visit, read, value, undefined)),
	}),
	deskRoute({
		method: "POST",
		path: `${path}/choices`,
		may: "records.correct",
		params,
		form: z.object({ pick: text, value: text, why: text }),
		handle: (ctx, { params, form, visit }) =>
			withField(ctx, params, async (read, value) => {
				const picked = picking(read, value.field, form);
				const chosen =
					picked === undefined
						? undefined
						: await golden.chooseValue(ctx, { ...picked, field: value.field, why: form.why });
				if (chosen && !isRefusal(chosen)) return redirect(valueAt(read.tree.head.reference, value.field));
				return show(ctx, visit, read, value, { typed: form, code: chosen?.code ?? "pick-needed" });
			}),
	}),
	deskRoute({
		method: "POST",
		path: `${path}/choices/:choice/ending`,
		may: "records.correct",
		params: params.extend({ choice: z.uuid() }),
		handle: (ctx, { params }) =>
			withField(ctx, params, async (read, { field }) => {
				// Ended by somebody else meanwhile is ended too.
				await golden.endChoice(
					ctx,
					read.tree.nodes.map(({ id }) => id),
					params.choice,
				);
				return redirect(recordAt(`${read.tree.head.reference}/values/${field}`));
			}),
	}),
];

/** The customer opened for the purpose that was stated; throws `NotFound` for a field of which nothing may be shown. */
async function withField(
	ctx: OfficerContext,
	{ id, field }: z.infer<typeof params>,
	answer: (read: Read, value: golden.GoldenValue) => Answer | Promise<Answer>,
): Promise<Answer> {
	const opened = await openCustomer(ctx, id, (reference) => valueAt(reference, field));
	if ("instead" in opened) return opened.instead;
	const read = await readCustomer(ctx, opened.tree, opened.lookUp.sees, { kind: "", words: "", before: "" });
	await noteReading(ctx, opened, "customer.value-read");
	const value = read.golden.find((one) => one.field === field);
	if (!value) throw new NotFound();
	return answer(read, value);
}

/** Typed by the officer, or said by one of the records that they see. A choice of theirs is of our own record, if there is one. */
function picking(
	{ tree, said }: Read,
	field: golden.GoldenField,
	{ pick, value }: { pick: string; value: string },
): { recordId: string; value: string } | undefined {
	if (pick === "other") return { recordId: tree.customerIds[0] ?? tree.head.id, value };
	return said.find((one) => one.field === field && one.recordId === pick);
}

function show(
	ctx: OfficerContext,
	visit: Visit,
	read: Read,
	value: golden.GoldenValue,
	problem: Problem | undefined,
): Answer {
	const { reference } = read.tree.head;
	const typed = problem?.typed ?? { pick: "", value: "", why: "" };
	const form = ctx.actor.permissions.has("records.correct")
		? { csrf: visit.csrf(), typed, problem: problem?.code }
		: undefined;
	const props = valueProps(ctx, read, value, form);
	return page({
		title: `${props.name} · ${reference}`,
		current: "customers",
		before: backLink({ text: "Back to the customer", href: recordAt(reference) }),
		main: valueView(props),
		...(problem ? { status: 422, wrong: true } : {}),
	});
}
