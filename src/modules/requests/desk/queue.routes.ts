import { readingNoted } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { deskRoute, page, redirect } from "../../../platform/http/index.ts";
import { wardNames } from "../../places/index.ts";
import { teams } from "../../staff/index.ts";
import { services, serviceVersion, stageOf } from "../../services/index.ts";
import { type QueueRow, queuePage } from "../queries/queue.ts";
import { writeCursor } from "../../../platform/thread/index.ts";
import type { Sought } from "../rules/search.ts";
import { type Asked, askedShape, filterOf, fromOf, nothingAsked, queueAddress } from "./asked.ts";
import { type QueueProps, queueView } from "./queue.views.ts";
import type { QueueRowProps } from "./rows.views.ts";
import { searchMark } from "./searchMark.ts";
import { selected } from "./selected.ts";

export const deskRoot = deskRoute({
	method: "GET",
	path: "/desk",
	may: "officer",
	handle: () => redirect("/desk/requests"),
});

export const queueRoute = deskRoute({
	method: "GET",
	path: "/desk/requests",
	may: "requests.read",
	query: askedShape,
	async handle(ctx, { query: asked }) {
		const { db } = ctx.house;
		const filter = filterOf(asked, ctx.actor, councilPart.of(ctx.house).referencePrefix);
		const noted = readingNoted(ctx, {
			action: "requests.listed",
			subject: { kind: "requests", id: "queue" },
			after: looked(ctx, asked, filter.sought),
			purpose: ctx.purpose ?? "casework",
		});
		const found = await queuePage(db, ctx.actor, filter, fromOf(asked), ctx.now, noted);
		const options = optionsOf(ctx);
		const on = selected(asked, options);
		return page({
			title: "Requests",
			current: "queue",
			wide: true,
			main: queueView({
				views: viewsOf(asked),
				asked,
				options,
				on,
				rows: await named(ctx, found.rows),
				next: found.next && queueAddress({ ...asked, before: "", after: writeCursor(found.next) }),
				previous: found.previous && queueAddress({ ...asked, after: "", before: writeCursor(found.previous) }),
				empty: emptyWords(asked, on.length > 0),
				now: ctx.now,
			}),
		});
	},
});

/**
 * What was looked for, for the ledger. It can never be changed, so it must not hold the name or address that was searched: a
 * mark stands for it, which is the same each time, so that whether somebody searched for a certain person can be proved.
 */
function looked(ctx: OfficerContext, { q: _, ...asked }: Asked, sought: Sought | undefined): Record<string, string> {
	const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
	if (!sought) return given;
	if (sought.kind === "reference") return { ...given, reference: sought.reference };
	return { ...given, searched: sought.kind, mark: searchMark(ctx.house, sought) };
}

/** The lists that officers come back to all day. */
const views: readonly { text: string; asks: Partial<Asked> }[] = [
	{ text: "All open", asks: {} },
	{ text: "My requests", asks: { officer: "me" } },
	{ text: "My team's", asks: { team: "mine" } },
	{ text: "Unassigned", asks: { team: "mine", officer: "nobody" } },
	{ text: "Overdue", asks: { due: "overdue" } },
];

function viewsOf(asked: Asked): QueueProps["views"] {
	const now = queueAddress({ ...asked, after: "", before: "" });
	return views.map(({ text, asks }) => {
		const href = queueAddress({ ...nothingAsked, ...asks });
		return { text, href: queueAddress(asks), active: href === now };
	});
}

function emptyWords(asked: Asked, filtered: boolean): string {
	if (asked.q !== "") return `Nothing matches “${asked.q}”. Check the spelling, or clear the filters.`;
	if (asked.officer === "me") return "You have no open requests. Take one from your team's.";
	if (asked.due === "overdue") return "Nothing is overdue. Every promise is still being kept.";
	return filtered ? "No requests match these filters." : "There are no open requests.";
}

function optionsOf(ctx: OfficerContext): QueueProps["options"] {
	return {
		teams: [
			{ value: "mine", text: "My teams" },
			...teams(ctx.house).map(({ id, name }) => ({ value: id, text: name })),
		],
		officers: [
			{ value: "me", text: "Me" },
			{ value: "nobody", text: "Nobody yet" },
		],
		services: services(ctx.house).map(({ id, definition }) => ({ value: id, text: definition.name })),
		wards: wardNames(ctx.house).map(({ code, name }) => ({ value: code, text: name })),
	};
}

async function named(ctx: OfficerContext, rows: readonly QueueRow[]): Promise<QueueRowProps[]> {
	const wards = new Map(wardNames(ctx.house).map(({ code, name }) => [code, name]));
	const began = new Map(rows.map((row) => [versionOf(row), row]));
	// A page of fifty has a handful of versions, and each is waited for once.
	const read = await Promise.all(
		[...began].map(async ([version, { serviceId, serviceVersion: number }]) => {
			return [version, await serviceVersion(ctx.house, serviceId, number)] as const;
		}),
	);
	const versions = new Map(read);
	return rows.map((row) => {
		const service = versions.get(versionOf(row));
		return {
			...row,
			stageName: (service && stageOf(service, row.stage)?.name) ?? row.stage,
			serviceName: service?.definition.name ?? row.serviceId,
			wardName: row.ward === null ? null : (wards.get(row.ward) ?? row.ward),
		};
	});
}

function versionOf(row: QueueRow): string {
	return `${row.serviceId} ${row.serviceVersion}`;
}
