export { type DescribedError, describeError } from "./error.ts";
export { lineLog, type Log } from "./line.ts";
