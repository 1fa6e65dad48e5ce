// npm start, npm run dev: Front Door on this machine.
import { prepare, standIn } from "./prepare.mjs";

const args = process.argv.slice(2);
const watch = args.includes("--watch");
const node = await prepare({ withDev: watch });
const flags = watch ? ["--watch", "--watch-path=src", "--watch-path=packs", "--watch-preserve-output"] : [];
// Pages live for milliseconds: a roomy nursery lets them die there. With a limit in sight the rest is swept before it grows; without one,
// on a large machine, it held 383 MB of which 66 were in use. bench/machine/server.ts says the same.
const memory = ["--max-semi-space-size=16", "--max-old-space-size=512"];
// A newcomer at a terminal is shown how to sign in, and not a line for each job.
if (process.stdout.isTTY) process.env.LOG_LEVEL ??= "warn";
process.exitCode = await standIn(node, [
	...memory,
	...flags,
	"src/main.ts",
	...args.filter((arg) => arg !== "--watch"),
]);
