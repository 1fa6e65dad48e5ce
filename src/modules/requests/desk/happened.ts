/** What happened, in words for officers. */
import { timeInWords, shortDate } from "../../../platform/time/index.ts";
import { outcomeOf, type Service, stageOf } from "../../services/index.ts";
import type { Entry } from "../queries/history.ts";
import type { Named } from "./named.ts";

/** The title of a line of the timeline. */
export function titleOf(service: Service, teams: readonly Named[], entry: Entry): string {
	const stage = (id: string | null) => (id === null ? "" : (stageOf(service, id)?.name ?? id));
	const team = (id: string | null) => teams.find((one) => one.id === id)?.name ?? id ?? "";
	const task = (id: string | null) => service.definition.tasks.find((one) => one.id === id)?.name ?? id ?? "";
	switch (entry.kind) {
		case "received":
			return !entry.note
				? `Received, for ${team(entry.toTeam)}`
				: `Sent to ${team(entry.toTeam)} because ${entry.note.charAt(0).toLowerCase()}${entry.note.slice(1)}`;
		case "moved":
			return `Moved to ${stage(entry.toStage)}`;
		case "taken":
			return "Taken";
		case "assigned":
			return entry.toOfficer === null ? "Given back to the team" : `Assigned to ${entry.toOfficerName ?? "an officer"}`;
		case "handed-over":
			return `Handed over from ${team(entry.fromTeam)} to ${team(entry.toTeam)}`;
		case "note":
			return "Note";
		case "closed":
			return `Closed: ${outcomeOf(service, entry.outcome ?? "")?.name ?? entry.outcome ?? ""}`;
		case "reopened":
			return entry.actorKind === "officer" ? "Reopened" : "Reopened: the customer says it is not fixed";
		case "added":
			return "The customer added information";
		case "messaged":
			return "Message sent";
		case "stopped":
			return "Stopped going on by itself: an officer has to look";
		case "task-given":
			return `Task given: ${task(entry.task)}`;
		case "task-done":
			return `Task done: ${task(entry.task)}`;
		case "task-set-aside":
			return `Task set aside: ${task(entry.task)}`;
		case "updated":
			return "Update from another system";
		case "extended":
			return "Promise made longer";
		case "asked":
			return "Asked the customer";
		case "answered":
			return entry.actorKind === "officer" ? "Answer written down for the customer" : "The customer answered";
		case "unanswered":
			return "The customer did not answer in time";
		case "no-longer-asked":
			return "Question withdrawn";
		case "opinion-asked":
			return "Opinion asked for";
		case "opinion-given":
			return "Reply by link";
		case "opinion-withdrawn":
			return "Link withdrawn";
	}
}

/** For an officer who was overtaken: `Bob Birch, 2 Mar 2026 at 10:05am: Moved to Crew ordered`. */
export function lineOf(service: Service, teams: readonly Named[], entry: Entry, me: string): string {
	const who = entry.actorId === me ? "You" : entry.actorName;
	return `${who}, ${shortDate(entry.at)} at ${timeInWords(entry.at)}: ${titleOf(service, teams, entry)}`;
}
