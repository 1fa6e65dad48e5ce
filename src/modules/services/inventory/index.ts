/** What the definitions say of the council's processes and of what it asks, made to be read in tables. */
export { type Difference, differencesOf } from "../differences.ts";
export { type KeptVersion, versionsOf } from "../versions.ts";
export { type Answerer, answerers, type Asked, questionsOf } from "./asked.ts";
export { type Information, informationMap } from "./information.ts";
export { kindWords } from "./kinds.ts";
export { ownerOf, topicOf } from "./named.ts";
export { type Process, processInventory } from "./processes.ts";
