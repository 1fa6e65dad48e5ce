import { ago, dateInWords, londonDate, shortDate } from "../../../platform/time/index.ts";
import type { cards } from "../../../modules/requests/index.ts";

/** A clause of a sentence; it leads to where what it says stands. */
export type Clause = { text: string; href?: string };
export type Sentence = readonly Clause[];

export type Facts = {
	name: string;
	kind: "person" | "organisation";
	since: Date;
	asked: cards.AskedFor;
	lastMessage: { at: Date; href: string; title: string } | undefined;
	/** Names of the systems that know them and may be told of. */
	sources: readonly string[];
	/** How many live with them, as far as it is inferred. */
	housemates: number;
	now: Date;
};

/** Who they are to the council in a few plain sentences, made of facts alone. */
export function summaryOf(facts: Facts): Sentence[] {
	return [knownSince(facts), ...openNow(facts), ...lastWords(facts), ...elsewhere(facts)];
}

function knownSince({ name, since, asked, kind }: Facts): Sentence {
	const who = name === "" ? (kind === "person" ? "This customer" : "This organisation") : name;
	const known: Clause[] = [{ text: `${who} has been known to us since ` }, { text: monthOf(since), href: "#sources" }];
	const { requests } = asked.counts;
	if (requests === 0) return [...known, { text: ", and has asked for nothing yet." }];
	const times = requests === 1 ? "one request" : `${requests} requests`;
	return [...known, { text: " and has made " }, { text: times, href: "?kind=requests#thread" }, { text: "." }];
}

function openNow({ asked, now }: Facts): Sentence[] {
	const { counts, open } = asked;
	if (counts.requests === 0) return [];
	if (counts.open === 0) return [[{ text: "Nothing is open." }]];
	const first = open[0];
	const late =
		counts.overdue === 0
			? []
			: [
					{
						text: `, ${counts.overdue === counts.open ? "all" : counts.overdue === 1 ? "one" : counts.overdue} of them late`,
					},
				];
	const is = counts.open === 1 ? "One is open" : `${counts.open} are open`;
	const sentence: Clause[] = [
		{ text: is, href: "#promises" },
		...(counts.open === 1 && counts.overdue === 1 ? [{ text: ", and it is late" }] : late),
	];
	if (!first || first.dueAt === null) return [[...sentence, { text: "." }]];
	const when = first.dueAt < now ? "the oldest promise was for" : "the next promise is for";
	return [
		[
			...sentence,
			{ text: `; ${when} ${shortDate(first.dueAt)}: ` },
			{ text: first.summary, href: `/desk/requests/${first.reference}` },
			{ text: "." },
		],
	];
}

function lastWords({ asked, lastMessage, now }: Facts): Sentence[] {
	const { latest } = asked;
	const came: Clause[] = latest
		? [{ text: "They last came " }, { text: ago(latest.at, now), href: `/desk/requests/${latest.reference}` }]
		: [];
	const wrote: Clause[] = lastMessage
		? [
				{ text: latest ? ", and we last wrote " : "We last wrote " },
				{ text: ago(lastMessage.at, now), href: lastMessage.href },
			]
		: [];
	return came.length + wrote.length === 0 ? [] : [[...came, ...wrote, { text: "." }]];
}

function elsewhere({ sources, housemates }: Facts): Sentence[] {
	const known: Sentence[] =
		sources.length === 0
			? []
			: [
					[
						{ text: listed(sources), href: "#sources" },
						{ text: sources.length === 1 ? " knows them too." : " know them too." },
					],
				];
	const home: Sentence[] =
		housemates === 0
			? []
			: [
					[
						{ text: "It seems that " },
						{ text: housemates === 1 ? "one other" : `${housemates} others`, href: "#household" },
						{ text: housemates === 1 ? " lives with them." : " live with them." },
					],
				];
	return [...known, ...home];
}

/** `March 2024`. */
function monthOf(at: Date): string {
	return dateInWords(londonDate(at)).split(" ").slice(2).join(" ");
}

function listed(things: readonly string[]): string {
	return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}
