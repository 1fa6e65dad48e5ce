/** Matching: which records are of one customer, with reasons. Nothing here is kept, and nothing here knows a council. */
export { type Card, cardOf, cardShape } from "./card/card.ts";
export { chartOf } from "./card/chart.ts";
export { evaluate } from "./evaluate.ts";
export { link } from "./link.ts";
export type { Judged } from "./engine/judged.ts";
export type { Row } from "./engine/records.ts";
export { linkFiles } from "./linkFiles.ts";
export { atFirst, type Kept, keepLearnt, keptShape, recallLearnt } from "./model/kept.ts";
export { readModel } from "./model/read.ts";
export type { Block, Model } from "./model/model.ts";
export { type Finding, judge, type Judgement, type Known, rareValues } from "./pair/judge.ts";
export {
	type SourceField,
	sourceFields,
	type SourceRecord,
	type StandardRecord,
	type TextField,
	textFields,
} from "./record.ts";
export { averageBond } from "./rules/groups.ts";
export { bitsOf, type Learnt } from "./rules/weights.ts";
export { standardRecord } from "./standard/standard.ts";
export { isBlank } from "./standard/blank.ts";
export { standardDate } from "./standard/date.ts";
export { movedCells } from "./table/rows.ts";
export { FaultyFile, type Line, openTable } from "./table/table.ts";
