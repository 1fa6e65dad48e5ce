/** What a piece of work says to the database, word for word. */
import type pg from "pg";

/** `saw` holds the ids and references in its answer. */
export type Statement = { text: string; values: readonly unknown[]; saw: ReadonlySet<string> };

/** Notes what the pool's connections say while a piece of work is done; one piece at a time. */
export function recordPool(pool: pg.Pool) {
	let noted: Statement[] | undefined;
	pool.on("connect", (client) => listen(client, (statement) => noted?.push(statement)));
	return {
		async during(work: () => Promise<void>): Promise<Statement[]> {
			const statements: Statement[] = [];
			noted = statements;
			try {
				await work();
			} finally {
				noted = undefined;
			}
			return statements;
		},
	};
}

function listen(client: pg.PoolClient, note: (statement: Statement) => void): void {
	const ask: unknown = client.query;
	if (typeof ask !== "function") throw new Error("The driver's client has no way to ask.");
	Reflect.set(client, "query", (...words: readonly unknown[]) => {
		const [first, second] = words;
		const answer: unknown = Reflect.apply(ask, client, words);
		if (typeof first === "string") {
			const saw = new Set<string>();
			note({ text: first, values: Array.isArray(second) ? second : [], saw });
			if (answer instanceof Promise) {
				answer.then(
					(result: unknown) => addNames(result, saw),
					() => {},
				);
			}
		}
		return answer;
	});
}

/** Ids and references: what a row is called, and what must be new in a row that is written anew. */
export const names = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;

function addNames(result: unknown, saw: Set<string>): void {
	const rows: unknown = typeof result === "object" && result !== null ? Reflect.get(result, "rows") : undefined;
	for (const [name] of (JSON.stringify(rows) ?? "").matchAll(names)) saw.add(name);
}
