// npm start, npm run dev: Front Door on this machine.
import { prepare, standIn } from "./prepare.mjs";

const args = process.argv.slice(2);
const watch = args.includes("--watch");
const node = await prepare({ withDev: watch });
const flags = watch ? ["--watch", "--watch-path=src", "--watch-path=packs", "--watch-preserve-output"] : [];
// Pages live for milliseconds. With a smaller nursery the server held 268 MB where it had held 329. bench/machine/server.ts says the same.
const memory = ["--max-semi-space-size=4"];
process.exitCode = await standIn(node, [
	...memory,
	...flags,
	"src/main.ts",
	...args.filter((arg) => arg !== "--watch"),
]);
