// npm start, npm run dev: Front Door on this machine.
import { prepare, standIn } from "./prepare.mjs";

const args = process.argv.slice(2);
const watch = args.includes("--watch");
const node = await prepare({ withDev: watch });
const flags = watch ? ["--watch", "--watch-path=src", "--watch-path=packs", "--watch-preserve-output"] : [];
process.exitCode = await standIn(node, [...flags, "src/main.ts", ...args.filter((arg) => arg !== "--watch")]);
