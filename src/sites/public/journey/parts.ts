/** The text of a named box of a question; empty for whatever else came. */
export type Parts = (name: string) => string;

/** The named boxes of a question, whatever came in their place. */
export function partsOf(typed: Readonly<Record<string, unknown>>, id: string): Parts {
	const raw = Object.hasOwn(typed, id) ? typed[id] : undefined;
	return (name) => {
		const part: unknown =
			typeof raw === "object" && raw !== null && Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
		return typeof part === "string" ? part.slice(0, 100) : "";
	};
}
