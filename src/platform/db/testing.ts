/** Databases for tests: each a copy of one that has run every migration, thrown away afterwards. */
import { randomBytes } from "node:crypto";
import { type Connection, connect } from "./connect.ts";
import { administer, databaseUrl, testServer, testTemplate } from "./testserver.ts";

export type TestDatabase = Connection & {
	readonly url: string;
	readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/**
 * A database of its own for a test, migrated and otherwise empty; `close` drops it. Takes about a tenth of a second
 * once the first test of a run has made the template.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
	return await create(await testServer(), `template ${await testTemplate()}`);
}

/** A database that has run no migration, for tests of migrating. */
export async function emptyDatabase(): Promise<TestDatabase> {
	return await create(await testServer(), "");
}

async function create(server: string, from: string): Promise<TestDatabase> {
	// The process number lets a later run find what a killed one left behind.
	const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
	await administer(server, (client) => client.query(`create database ${name} ${from}`));
	const url = databaseUrl(server, name);
	const connection = connect(url, { applicationName: name });
	const close = async () => {
		await connection.close();
		await administer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
	};
	return { ...connection, url, close, [Symbol.asyncDispose]: close };
}
