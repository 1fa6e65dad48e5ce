export { type Council, councilPart } from "./council.ts";
