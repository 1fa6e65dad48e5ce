import autocannon, { type Asked } from "autocannon";
import type { Round } from "../round.ts";

/**
 * Asks a server as fast as it answers, `concurrency` requests at a time, each the next that `next` gives. An answer whose
 * status is not 2xx counts as an error.
 */
export function load(base: string, concurrency: number, seconds: number, next: () => Asked): Promise<Round> {
	const latencies: number[] = [];
	let refused = 0;
	return new Promise((resolve, reject) => {
		const options = {
			url: base,
			connections: concurrency,
			duration: seconds,
			timeout: 30,
			requests: [{ setupRequest: (asked: Asked) => ({ ...asked, ...next() }) }],
		};
		const running = autocannon(options, (error, result) => {
			if (error) return reject(error);
			resolve({ seconds: result.duration, latencies, errors: refused + result.errors + result.timeouts });
		});
		running.on("response", (_client, status, _bytes, milliseconds) => {
			if (status >= 200 && status < 300) latencies.push(milliseconds);
			else refused++;
		});
	});
}
