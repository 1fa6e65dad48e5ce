/** Why an action was refused, in words for the officer: one for each code, or it does not compile. */
import type { Refusal } from "../../../platform/refusal/index.ts";
import type { closeRequest } from "../actions/close.ts";
import type { extendPromise } from "../actions/extend.ts";
import type { handOverRequest } from "../actions/handOver.ts";
import type { moveRequest } from "../actions/move.ts";
import type { addNote } from "../actions/note.ts";
import type { reopenRequest } from "../actions/reopen.ts";
import type { assignRequest, takeRequest } from "../actions/take.ts";

import type { completeTask, giveTask, setTaskAside } from "../tasks/actions.ts";

type Action =
	| typeof takeRequest
	| typeof assignRequest
	| typeof moveRequest
	| typeof extendPromise
	| typeof handOverRequest
	| typeof addNote
	| typeof closeRequest
	| typeof reopenRequest
	| typeof giveTask
	| typeof completeTask
	| typeof setTaskAside;

export type WorkRefusal = Extract<Awaited<ReturnType<Action>>, Refusal>;
export type WorkCode = WorkRefusal["code"];

/** `field` is where the officer puts it right. */
export const refusalWords: Readonly<Record<WorkCode, { says: string; field?: string }>> = {
	"changed-meanwhile": {
		says: "Someone changed this request after you opened it. Nothing of yours was saved. Look at what they did, then send again what still holds",
	},
	"not-open": { says: "This request is closed. Reopen it before you work on it" },
	"different-officer": { says: "This stage is for an officer who did not work the earlier one" },
	"no-such-move": { says: "Choose a stage that this request can move to", field: "to" },
	"not-your-role": { says: "Officers of another role do this" },
	"tasks-first": { says: "Something must be done first" },
	"task-needed": { says: "Choose the task to give", field: "task" },
	"task-ended": { says: "Somebody has done this task, or set it aside, since you opened it" },
	"answers-needed": { says: "Answer the questions" },
	"outcome-needed": { says: "Choose how it ended", field: "outcome" },
	"message-needed": { says: "Write to the customer: this outcome needs a message", field: "message" },
	"extension-needed": { says: "Choose which promise, and why the law lets it be longer", field: "extension" },
	"longer-than-allowed": { says: "Enter a whole number, at most what the reason you chose allows", field: "longer" },
	"reason-needed": { says: "Say why", field: "reason" },
	"note-needed": { says: "Write the note", field: "note" },
	"too-long": { says: "Shorten what you wrote to 4,000 characters" },
	"not-in-team": { says: "Choose an officer of the team that has this request", field: "officer" },
	"same-team": { says: "Choose another team: this one has it already", field: "team" },
	"team-needed": { says: "Choose the team to hand it to", field: "team" },
	"nothing-to-reopen": { says: "This request is still being worked, so there is nothing to reopen" },
	"reopened-already": {
		says: "This service opens a request again only so often, and this one was. Tell the customer what they can do next",
	},
	"too-late-to-reopen": { says: "It was closed too long ago to be reopened. Open a new request instead" },
};
