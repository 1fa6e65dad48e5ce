// node bin/run.mjs FILE args…: runs a file of ours under the right Node, with the packages installed.
import { giveUp, prepare, standIn } from "./prepare.mjs";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) giveUp("Say which file to run: node bin/run.mjs FILE [arguments]");
process.exitCode = await standIn(await prepare(), [file, ...args]);
