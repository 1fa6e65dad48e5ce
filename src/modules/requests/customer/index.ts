/** What the record of a customer shows of their requests. */
export { dueCell } from "../desk/words.ts";
export { askedFor, type AskedFor, type OpenPromise } from "./asked.ts";
export { timelineOf } from "./thread.ts";
export { whoAsked } from "./who.ts";
