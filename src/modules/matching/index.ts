/** Matching: which records are of one customer, with reasons. Nothing here is kept, and nothing here knows a council. */
export { cardOf } from "./card/card.ts";
export { chartOf } from "./card/chart.ts";
export { evaluate } from "./evaluate.ts";
export { linkFiles } from "./linkFiles.ts";
export type { Model } from "./model/model.ts";
export { readModel } from "./model/read.ts";
export { type SourceRecord, type StandardRecord, type TextField, textFields } from "./record.ts";
export { standardRecord } from "./standard/standard.ts";
export { isBlank } from "./standard/blank.ts";
export { standardDate } from "./standard/date.ts";
export { movedCells } from "./table/rows.ts";
export { FaultyFile, type Line, openTable } from "./table/table.ts";
