import { z } from "zod";
import { definitionShape } from "./definition.ts";

/** Begins the part of docs/services.md that is written from the schema. */
const mark = "<!-- What follows is written by `npm run frontdoor -- pack schema`. -->";

/** The guide for analysts with every key of the language behind it, each with what it means. */
export function withReference(guide: string): string {
	const [written = ""] = guide.split(mark);
	const rows = [...keys().entries()].map(([path, means]) => `| \`${path}\` | ${means.replaceAll("|", "\\|")} |`);
	return `${written}${mark}\n\n## Every key\n\n| key | what it means |\n| --- | --- |\n${rows.join("\n")}\n`;
}

const part = z.looseObject({
	description: z.string().default(""),
	properties: z.record(z.string(), z.unknown()).default({}),
	items: z.unknown().optional(),
	anyOf: z.array(z.unknown()).default([]),
	oneOf: z.array(z.unknown()).default([]),
});

/** Questions are told once, under `question`, wherever they stand. */
const questionLists = new Set(["questions", "asks"]);

function keys(): Map<string, string> {
	const found = new Map<string, string>();
	const walk = (schema: unknown, path: string): void => {
		const { success, data } = part.safeParse(schema);
		if (!success) return;
		for (const [key, inner] of Object.entries(data.properties)) {
			const here = path === "" ? key : `${path}.${key}`;
			const { description } = part.parse(inner);
			if (!found.get(here)) found.set(here, description);
			if (questionLists.has(key)) walkQuestions(inner);
			else walk(inner, here);
		}
		for (const one of [...data.anyOf, ...data.oneOf, data.items]) walk(one, path);
	};
	let told = false;
	const walkQuestions = (schema: unknown): void => {
		if (told) return;
		told = true;
		walk(part.parse(schema).items, "question");
	};
	walk(z.toJSONSchema(definitionShape, { io: "input", reused: "inline" }), "");
	const inOrder = [...found].toSorted(
		([a], [b]) => Number(a.startsWith("question")) - Number(b.startsWith("question")),
	);
	return new Map(inOrder);
}
