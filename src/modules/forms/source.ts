import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Actor } from "../../platform/context/index.ts";
import { type Answers, type AnswerValue, isAddress, itemsOf } from "./answer.ts";
import { nameOfItem } from "./items.ts";

const sourceShape = z.object({
	/** `account`: what the council held of the customer. `register`: chosen from one, such as that of addresses. `client`: another system. */
	who: z.enum(["customer", "account", "officer", "register", "client"]),
	/** The officer's who typed it or chose it, or the other system's. */
	name: z.string().exactOptional(),
	/** How they said it, when it was not on the web. */
	by: z.enum(["phone", "desk", "email", "kiosk"]).exactOptional(),
	/** When, in ISO 8601. */
	at: z.string(),
});

/** Who said an answer, and when. */
export type Source = z.infer<typeof sourceShape>;

/** By question. Of a group, by the name of each item. */
export type Sources = { readonly [question: string]: Source | { readonly items: Readonly<Record<string, Sources>> } };

const sourcesShape: z.ZodType<Sources> = z.lazy(() =>
	z.record(z.string(), z.union([z.object({ items: z.record(z.string(), sourcesShape) }), sourceShape])),
);

/** As the database gives them back. */
export function storedSources(value: unknown): Sources {
	return sourcesShape.parse(value);
}

const knownShape = z.record(z.string(), z.object({ value: z.unknown(), source: sourceShape }));

/** What is known of a customer before they are asked, by question, and from where. */
export type Known = Readonly<Record<string, { readonly value: AnswerValue; readonly source: Source }>>;

export function storedKnown(value: unknown, read: (value: unknown) => Answers): Known {
	const known = knownShape.parse(value);
	const values = read(Object.fromEntries(Object.entries(known).map(([id, one]) => [id, one.value])));
	return Object.fromEntries(
		Object.entries(values).flatMap(([id, value]) => {
			const source = known[id]?.source;
			return source ? [[id, { value, source }]] : [];
		}),
	);
}

/** How something reaches the council, as far as it says how an answer was given. */
export type By = NonNullable<Source["by"]>;

/** Who speaks now, of what they type. */
export function speaker({ actor, now }: { actor: Actor; now: Date }, by: By | undefined): Source {
	const rest = { ...(by ? { by } : {}), at: now.toISOString() };
	if (actor.kind === "officer" || actor.kind === "client") return { who: actor.kind, name: actor.name, ...rest };
	return { who: "customer", ...rest };
}

type Said = { readonly answers: Answers; readonly sources: Sources };

/**
 * Who said each answer, once some were given: one that is as it was keeps who said it first, and one that is as it was known
 * comes from there.
 */
export function sourcesOf(answers: Answers, now: Source, before: Said = nobody, known: Known = {}): Sources {
	const sources: Record<string, Sources[string]> = {};
	for (const [id, value] of Object.entries(answers)) {
		const held = before.sources[id];
		const items = itemsOf(value);
		if (items.length > 0) sources[id] = { items: sourcesOfItems(items, now, before, id) };
		else if (held && isDeepStrictEqual(before.answers[id], value)) sources[id] = held;
		else if (!isNameOfItem(id)) sources[id] = sourceOf(value, now, known[id]);
	}
	return sources;
}

const nobody: Said = { answers: {}, sources: {} };

function sourcesOfItems(items: readonly Answers[], now: Source, before: Said, id: string): Record<string, Sources> {
	const old = new Map(itemsOf(before.answers[id]).map((item, at) => [nameOfItem(item, at), item]));
	const held = before.sources[id];
	const kept = held && "items" in held ? held.items : {};
	return Object.fromEntries(
		items.map((item, at) => {
			const name = nameOfItem(item, at);
			return [name, sourcesOf(item, now, { answers: old.get(name) ?? {}, sources: kept[name] ?? {} })];
		}),
	);
}

function isNameOfItem(id: string): boolean {
	return id.startsWith("_");
}

function sourceOf(value: AnswerValue, now: Source, known: Known[string] | undefined): Source {
	if (known && isDeepStrictEqual(known.value, value)) return known.source;
	if (!isAddress(value) || value.uprn === undefined) return now;
	return { ...now, who: "register" };
}

/** The same sources for as many of the answers as there are. */
export function sourcesFor(answers: Answers, sources: Sources): Sources {
	return Object.fromEntries(Object.entries(sources).filter(([id]) => answers[id] !== undefined));
}

/** "Typed by Sam Okafor on the telephone"; nothing for what the customer typed on the web. */
export function sourceInWords({ who, name = "", by }: Source): string | undefined {
	const how = by ? ` ${byWords[by]}` : "";
	switch (who) {
		case "customer":
			return by ? `Said${how}` : undefined;
		case "account":
			return "From what we held of the customer";
		case "officer":
			return `Typed by ${name}${how}`;
		case "register":
			return `From the register of addresses${name ? `, chosen by ${name}${how}` : ""}`;
		case "client":
			return `Sent by ${name}`;
	}
}

const byWords: Record<By, string> = {
	phone: "on the telephone",
	desk: "at the desk",
	email: "by email",
	kiosk: "at a kiosk",
};
