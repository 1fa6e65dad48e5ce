/** Money in whole pence: read from what a person types, added, and written in pounds. */

export { add, multiply, pence, pounds, poundsAndPence, type Pence } from "./money.ts";
