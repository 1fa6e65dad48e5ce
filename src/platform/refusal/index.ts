/** How the council says no: a refusal by value, or `NotFound` and `Forbidden` thrown. */

export { isRefusal, refuse, type Outcome, type Refusal } from "./refusal.ts";
export { Forbidden, NotFound } from "./thrown.ts";
