import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { tag } from "../../../platform/html/govuk/index.ts";
import { golden, type LookUp } from "../../../modules/records/index.ts";
import { cards } from "../../../modules/requests/index.ts";
import { recordAt, valueAt } from "./addresses.ts";
import { householdOf } from "./householdProps.ts";
import type { KnownLine, KnownProps } from "./known.views.ts";
import { lineageOf, valueInWords } from "./lineage.ts";
import { sourceNames } from "./names.ts";
import { openedOf } from "./openedProps.ts";
import { needsOfCustomer, relationshipsOfCustomer } from "./peopleProps.ts";
import type { Read } from "./read.ts";
import type { RecordProps } from "./record.views.ts";
import { signalsOf } from "./signals.ts";
import { sourceLines } from "./sourceProps.ts";
import { summaryOf } from "./summary.ts";
import { threadKinds, type ThreadQuery } from "./thread.ts";

export function recordProps(
	ctx: OfficerContext,
	read: Read,
	query: ThreadQuery,
	lookUp: LookUp,
): Omit<RecordProps, "check" | "links"> {
	const { tree, asked, thread } = read;
	const { reference, kind } = tree.head;
	const name = stands(read, "name") ?? stands(read, "organisation") ?? "";
	const own = read.customers[0];
	const at = recordAt(reference);
	const names = sourceNames(ctx);
	const sources = sourceLines(ctx, read);
	return {
		name,
		reference,
		kind,
		opened: openedOf(reference, lookUp),
		needs: needsOfCustomer(ctx, read),
		relationships: relationshipsOfCustomer(read),
		next: nextOf(ctx, reference, own?.id),
		signals: signalsOf({
			counts: asked.counts,
			bounced: bouncedOf(read),
			conflicts: read.golden
				.filter(({ conflict }) => conflict)
				.map(({ field }) => ({ name: golden.fieldWords[field].toLowerCase(), href: valueAt(reference, field) })),
		}),
		summary: summaryOf({
			name,
			kind,
			since: tree.head.beganAt,
			asked,
			lastMessage: read.lastMessage,
			sources: [...new Set(read.records.map(({ source }) => names(source)))],
			housemates: read.household.filter(({ until }) => until === null).length,
			now: ctx.now,
		}),
		promises: asked.open.map((one) => ({
			...one,
			href: `/desk/requests/${one.reference}`,
			due: cards.dueCell(one, ctx.now),
		})),
		thread: {
			at,
			kind: query.kind,
			words: query.words,
			kinds: threadKinds.map(({ id, text }) => ({ value: id, text })),
			lines: thread.lines,
			older: thread.next && `${recordAt(reference, { ...query, before: thread.next })}#thread`,
			newest: query.before === "" ? undefined : `${recordAt(reference, { ...query, before: "" })}#thread`,
		},
		known: knownOf(ctx, read, names),
		sources,
		household: householdOf(read.household, names),
	};
}

function stands(read: Read, field: golden.GoldenField): string | undefined {
	return read.golden.find((one) => one.field === field)?.value;
}

function bouncedOf({ customers }: Read): string[] {
	return customers.flatMap(({ email, emailBouncedAt }) => (email !== null && emailBouncedAt !== null ? [email] : []));
}

const channels = { email: "Email", text: "Text message", letter: "Letter" } as const;

function knownOf(ctx: OfficerContext, read: Read, names: (source: string) => string): KnownProps {
	const { reference } = read.tree.head;
	const bounced = bouncedOf(read);
	const prefers = read.customers.findLast((one) => one.prefers !== null)?.prefers ?? null;
	const lines = read.golden.map(
		(one): KnownLine => ({
			name: golden.fieldWords[one.field],
			value: valueView(one, bounced),
			lineage: lineageOf(one, names, ctx.now),
			conflict: one.conflict,
			href: valueAt(reference, one.field),
		}),
	);
	return { lines, prefers: prefers && channels[prefers] };
}

function valueView({ field, value }: golden.GoldenValue, bounced: readonly string[]): Html {
	const words = valueInWords(field, value);
	if (field === "email") {
		const back = bounced.includes(value) && html` ${tag({ text: "Mail comes back", classes: "govuk-tag--red" })}`;
		return html`<a class="govuk-link" href="mailto:${encodeURIComponent(value)}">${value}</a>${back}`;
	}
	if (field === "phone") return html`<a class="govuk-link" href="tel:${value.replaceAll(/[^\d+]/g, "")}">${words}</a>`;
	return html`${words}`;
}

function nextOf(
	{ actor }: OfficerContext,
	reference: string,
	customerId: string | undefined,
): { text: string; href: string } | undefined {
	if (!actor.permissions.has("forms.fill")) return undefined;
	return customerId === undefined
		? { text: "Begin a record with us", href: recordAt(`${reference}/beginning`) }
		: { text: "New request for them", href: `/desk/forms?${new URLSearchParams({ customer: customerId })}` };
}
