/** Knows the one file that every scanner agrees to find (EICAR's test file) and calls everything else clean. */

import { createReadStream } from "node:fs";
import type { Scanner } from "../../platform/files/index.ts";

// In two halves, or a scanner on a developer's machine would take this source file away.
const testFile = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

export const demoScanner: Scanner = {
	async scan(path) {
		let tail = Buffer.alloc(0);
		for await (const chunk of createReadStream(path)) {
			const seen = Buffer.concat([tail, chunk]);
			if (seen.includes(testFile)) return { verdict: "found", virus: "Eicar-Test-Signature" };
			tail = seen.subarray(Math.max(0, seen.length - testFile.length + 1));
		}
		return { verdict: "clean" };
	},
};
