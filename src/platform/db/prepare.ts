/** Statements that the database reads once for each connection, and plans once when that is as good, not at every page. */
import type pg from "pg";

// Those written in the code are some hundreds; a list of another length makes another text, and there must be an end to them.
const most = 500;

const names = new Map<string, string>();

/**
 * Prepares every statement that has parameters, from its first use on each connection. Planning the queue's query took as long
 * as running it. A pooler between us and the database must know prepared statements, as PgBouncer does from 1.21.
 */
export function prepareAll(pool: pg.Pool): void {
	pool.on("connect", (client) => {
		const ask: unknown = client.query;
		if (typeof ask !== "function") throw new Error("The driver's client has no way to ask.");
		Reflect.set(client, "query", (...words: readonly unknown[]): unknown => {
			const [text, values] = words;
			const plain = words.length !== 2 || typeof text !== "string" || !Array.isArray(values) || values.length === 0;
			const name = plain ? undefined : nameOf(text);
			return Reflect.apply(ask, client, name === undefined ? words : [{ name, text, values }]);
		});
	});
}

function nameOf(text: string): string | undefined {
	const known = names.get(text);
	if (known !== undefined || names.size >= most) return known;
	const name = `s${names.size}`;
	names.set(text, name);
	return name;
}
