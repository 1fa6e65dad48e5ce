import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import pg from "pg";
import { isAlive } from "./presence.ts";
import { startEmbedded } from "./start.ts";

describe("the PostgreSQL that Front Door brings along", () => {
	it("starts, keeps what it was told over a restart, opens no port, asks for the password, and stops", async () => {
		using place = folder();
		const said: string[] = [];
		const first = await startEmbedded({ dataDir: place.path, onProgress: (sentence) => said.push(sentence) });
		await ask(first.url, "create table bins as select 'refuse' as kind");
		await first.stop();
		assert.equal(isAlive(first.pid), false);
		const second = await startEmbedded({ dataDir: place.path });
		assert.deepEqual(await ask(second.url, "select kind from bins"), [{ kind: "refuse" }]);
		assert.deepEqual(await ask(second.url, "show fsync"), [{ fsync: "on" }]);
		const [settings] = await ask(
			second.url,
			"select datlocprovider as provider, datlocale as locale, current_setting('listen_addresses') as addresses from pg_database where datname = 'frontdoor'",
		);
		assert.deepEqual(settings, { provider: "b", locale: "C.UTF-8", addresses: "" });
		const wrong = new URL(second.url);
		wrong.password = "guess";
		await assert.rejects(ask(wrong.href, "select 1"), /password authentication failed/);
		assert.equal(statSync(join(place.path, "password")).mode & 0o777, 0o600);
		await second.stop();
		assert.deepEqual(said, ["Making the database's files", "Starting PostgreSQL"]);
	});

	it("takes over the server of a process that was killed", async () => {
		using place = folder();
		const killed = await startElsewhere(place.path);
		killed.child.kill("SIGKILL");
		await once(killed.child, "exit");
		assert.equal(isAlive(killed.pid), true);
		const heir = await startEmbedded({ dataDir: place.path, durable: false });
		assert.equal(heir.pid, killed.pid);
		assert.deepEqual(await ask(heir.url, "select 1 as one"), [{ one: 1 }]);
		await heir.stop();
		assert.equal(isAlive(killed.pid), false);
	});

	it("is shared by processes that run at once, and stopped by the last", async () => {
		using place = folder();
		const [other, mine] = await Promise.all([
			startElsewhere(place.path),
			startEmbedded({ dataDir: place.path, durable: false }),
		]);
		assert.equal(mine.pid, other.pid);
		await mine.stop();
		assert.equal(isAlive(other.pid), true);
		// It ends without a word, as a program with a fault would.
		other.child.stdin.end();
		await once(other.child, "exit");
		await gone(other.pid);
	});

	it("runs in a folder with too long a name for a socket, also when a crash left its number to another process", async () => {
		using place = folder();
		const deep = join(place.path, "a-folder-with-a-very-long-name-".repeat(4));
		const server = await startEmbedded({ dataDir: deep, durable: false });
		assert.deepEqual(await ask(server.url, "select 1 as one"), [{ one: 1 }]);
		await server.stop();
		const cluster = join(deep, "cluster");
		writeFileSync(
			join(cluster, "postmaster.pid"),
			`${process.pid}\n${cluster}\n1700000000\n5432\n/tmp\n\n0 0\nready\n`,
		);
		const again = await startEmbedded({ dataDir: deep, durable: false });
		assert.notEqual(again.pid, process.pid);
		assert.deepEqual(await ask(again.url, "select 1 as one"), [{ one: 1 }]);
		await again.stop();
		rmSync(server.socketDir, { recursive: true });
	});

	it("says why it cannot start", async () => {
		using place = folder();
		mkdirSync(join(place.path, "cluster"));
		writeFileSync(join(place.path, "cluster", "PG_VERSION"), "12\n");
		writeFileSync(join(place.path, "cluster", "postgresql.conf"), "");
		await assert.rejects(startEmbedded({ dataDir: place.path }), /^Error: PostgreSQL did not start on .*FATAL/s);
		writeFileSync(join(place.path, "file"), "");
		await assert.rejects(startEmbedded({ dataDir: join(place.path, "file") }), /The folder .*file cannot be used/);
	});
});

/** A process of its own that starts the server and does no more. */
async function startElsewhere(dataDir: string) {
	const program = `
		import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "start.ts"))};
		const { pid } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
		console.log(pid);
		process.stdin.on("end", () => process.exit(3)).resume();`;
	const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	for await (const line of child.stdout) return { child, pid: Number(line) };
	throw new Error("The other process ended before its server had started");
}

async function ask(url: string, question: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(question)).rows;
	} finally {
		await client.end();
	}
}

/** Waits for a process to end; the test's own time limit ends the wait. */
async function gone(pid: number): Promise<void> {
	while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
}

function folder(): { path: string } & Disposable {
	const path = mkdtempSync(join(tmpdir(), "pg-"));
	return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
