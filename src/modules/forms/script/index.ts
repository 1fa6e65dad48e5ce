/** A whole form on one screen, as an officer asks it of somebody they speak with. */
export { changedItems, type Given, givenBy, readItemChange } from "./given.ts";
export { openDraftsOf } from "./open.ts";
export { endsAtStop, readScript, type ReadScript } from "./read.ts";
export { markOfAnswers, saveForm, unfinishedGiven } from "./save.ts";
export { scriptView } from "./view.ts";
