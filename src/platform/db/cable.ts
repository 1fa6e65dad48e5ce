/** A cable to the test database that a test can pull out and plug in again. */
import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";
import pg from "pg";

export type Cable = {
	/** The database's address through the cable. */
	readonly url: string;
	unplug(): void;
	plugIn(): void;
	readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export async function cableTo(url: string): Promise<Cable> {
	const { host, port, user, password, database } = new pg.Client({ connectionString: url });
	const sockets = new Set<Socket>();
	let plugged = true;
	const server = createServer((near) => {
		if (!plugged) {
			near.destroy();
			return;
		}
		const far = host.startsWith("/") ? dial(`${host}/.s.PGSQL.${port}`) : dial(port, host);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(one);
			one.on("error", () => other.destroy());
			one.on("close", () => {
				sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address: AddressInfo | string | null = server.address();
	if (address === null || typeof address === "string") throw new Error("The cable has no port.");
	const login = `${encodeURIComponent(user ?? "")}:${encodeURIComponent(password ?? "")}`;
	const pull = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		url: `postgres://${login}@127.0.0.1:${address.port}/${database ?? ""}`,
		unplug() {
			plugged = false;
			pull();
		},
		plugIn() {
			plugged = true;
		},
		async [Symbol.asyncDispose]() {
			pull();
			await new Promise((closed) => server.close(closed));
		},
	};
}
