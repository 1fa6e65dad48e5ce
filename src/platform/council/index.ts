export { type Council, councilPart } from "./council.ts";
export { holidaySoon, phoneLinesAt, whenInWords, type Opening, type PhoneLines } from "./opening.ts";
export { claimDatabase } from "./ownership.ts";
