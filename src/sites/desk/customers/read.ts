/** All that the page of a customer is made of, read at once. */
import type { OfficerContext } from "../../../platform/context/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import type { ThreadLine } from "../../../platform/thread/index.ts";
import {
	type Customer,
	customersByIds,
	type Need,
	needsOf,
	type Relationship,
	relationshipsOf,
} from "../../../modules/customers/index.ts";
import { timelineOf as messagesOf } from "../../../modules/messages/index.ts";
import {
	frontDoor,
	golden,
	type Housemate,
	housemates,
	livingBeside,
	type Tree,
} from "../../../modules/records/index.ts";
import { cards } from "../../../modules/requests/index.ts";
import { sourceOf, type SourceRecord, sourceRecords } from "../../../modules/sources/index.ts";
import { type MayShow, mayShowBy, type Sees } from "./sight.ts";
import { sourceNames } from "./names.ts";
import { recordLines } from "./recordLines.ts";
import { pageOf, roomLines, type Thread, threadAsked, type ThreadQuery } from "./thread.ts";

export type Read = {
	tree: Tree;
	sees: Sees;
	mayShow: MayShow;
	customers: Customer[];
	needs: Need[];
	relationships: Relationship[];
	/** Every record's word, as far as it may be shown; and of each field what stands. */
	said: golden.SaidValue[];
	golden: golden.GoldenValue[];
	choices: golden.Choice[];
	/** Those whose being there may be known; of each only what may be shown is in `said`. */
	records: SourceRecord[];
	asked: cards.AskedFor;
	/** What they were last sent. */
	lastMessage: ThreadLine | undefined;
	thread: Thread;
	household: Housemate[];
};

/** Everything about a customer that the officer may see of them. Whoever shows it audits it with a purpose. */
export async function readCustomer(ctx: OfficerContext, tree: Tree, sees: Sees, query: ThreadQuery): Promise<Read> {
	const { db } = ctx.house;
	const mayShow = mayShowBy(sees);
	const today = londonDate(ctx.now);
	const asking = threadAsked(query);
	const known = tree.nodes.filter(({ source }) => sees(source).known);
	const elsewhere = known.filter(({ source }) => source !== frontDoor).map(({ id }) => id);
	const may = (permission: "requests.read" | "messages.read") => ctx.actor.permissions.has(permission);
	const [customers, needs, relationships, made, said, asked, sent, living, lines] = await Promise.all([
		customersByIds(db, tree.customerIds),
		needsOf(db, ctx.house, tree.customerIds, today),
		relationshipsOf(db, tree.customerIds, today),
		golden.choicesOf(
			db,
			tree.nodes.map(({ id }) => id),
		),
		sourceRecords(db, elsewhere),
		may("requests.read") ? cards.askedFor(ctx, tree.customerIds) : nothingAsked,
		may("messages.read") ? messagesOf(ctx, tree.customerIds, { limit: 1 }) : [],
		livingBeside(db, elsewhere),
		roomLines(ctx, tree, asking),
	]);
	const records = said.map((record) => onlyShown(record, mayShow));
	const household = housemates(living, mayShow);
	const choices = made.filter((one) => mayShowChoice(tree, mayShow, one));
	const standing = choices.filter(({ endedAt }) => endedAt === null);
	const sayings = [...ownSayings(customers, asked), ...records.map((record) => sayingOf(ctx, record))];
	const values = sayings.flatMap((one) => golden.saidBy(one, (field) => mayShow(one.source, field)));
	return {
		tree,
		sees,
		mayShow,
		customers,
		needs,
		relationships,
		choices,
		said: values,
		golden: golden.survive(values, standing),
		records,
		asked,
		lastMessage: sent[0],
		thread: pageOf([...lines, recordLines({ tree, choices, needs, sees, nameOf: sourceNames(ctx) }, asking)]),
		household,
	};
}

const nothingAsked: cards.AskedFor = {
	open: [],
	counts: { requests: 0, open: 0, overdue: 0, reopened: 0, lately: 0 },
	latest: null,
	first: [],
};

/** What may not be shown goes no further than this. */
function onlyShown(record: SourceRecord, mayShow: MayShow): SourceRecord {
	const shown = (fields: Readonly<Record<string, string>>) =>
		Object.fromEntries(Object.entries(fields).filter(([field]) => mayShow(record.source, field)));
	return { ...record, said: shown(record.said), faults: shown(record.faults) };
}

/** What was chosen of a source's record is as much the source's as what it says. */
function mayShowChoice({ nodes }: Tree, mayShow: MayShow, { recordId, field }: golden.Choice): boolean {
	const source = nodes.find(({ id }) => id === recordId)?.source;
	if (source === undefined || source === frontDoor) return source === frontDoor;
	return madeOf[field].some((part) => part !== "postcode" && part !== "town" && mayShow(source, part));
}

/** The fields of sources that each is made of. */
export const madeOf: Readonly<Record<golden.GoldenField, readonly string[]>> = {
	name: ["name", "given", "surname"],
	organisation: ["organisation"],
	born: ["born"],
	number: ["number"],
	home: ["address", "house", "street", "town", "postcode"],
	email: ["email"],
	phone: ["phone"],
};

/** What customers typed themselves they declared; what an officer took down on the telephone was typed by an adviser. */
function ownSayings(customers: readonly Customer[], { first }: cards.AskedFor): golden.Saying[] {
	return customers.map(({ id, name, email, phone, since }) => {
		const came = first.find(({ customerId }) => customerId === id)?.channel;
		const said = { name, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
		const standing = came === "phone" || came === "desk" ? "typed" : "declared";
		return { id, source: frontDoor, standing, at: since, said };
	});
}

function sayingOf({ house }: OfficerContext, { id, source, said, seenAt }: SourceRecord): golden.Saying {
	return { id, source, standing: sourceOf(house, source)?.standing ?? "imported", at: seenAt, said };
}
