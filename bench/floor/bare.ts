/** The floor of a page that asks the database nothing: a process that answers the same bytes and does nothing else. */
import { once } from "node:events";
import { createServer } from "node:http";
import { fork } from "node:child_process";

type Bytes = { headers: Record<string, string>; body: string };

/** Starts the process and gives its address. */
export async function startBare(bytes: Bytes): Promise<{ base: string; stop: () => void }> {
	const child = fork(import.meta.filename, { execArgv: ["--disable-warning=ExperimentalWarning"] });
	child.send(bytes);
	const answered: unknown[] = await once(child, "message");
	return { base: `http://127.0.0.1:${Number(answered[0])}`, stop: () => child.kill() };
}

function serve({ headers, body }: Bytes): void {
	const content = Buffer.from(body, "base64");
	const server = createServer((_request, response) => {
		response.writeHead(200, { ...headers, "content-length": content.length });
		response.end(content);
	});
	server.listen(0, "127.0.0.1", () => {
		const address = server.address();
		process.send?.(address !== null && typeof address === "object" ? address.port : 0);
	});
}

if (import.meta.main) process.once("message", (bytes: Bytes) => serve(bytes));
