/** When what a service does by itself goes on, and when it stops. */
import type { Entry } from "../queries/history.ts";

type Line = Pick<Entry, "id" | "kind" | "actorKind" | "toStage">;

/** The line that brought the request to where it is. */
export function visitOf(happened: readonly Line[]): string | undefined {
	return happened.findLast(({ toStage }) => toStage !== null)?.id;
}

/** A request may go on by itself for so many steps; then a person has to look. */
export const mostSteps = 20;

/** What happened by itself since a person, or another system, last did something. */
function sinceAnybody(happened: readonly Line[]): readonly Line[] {
	return happened.slice(happened.findLastIndex(({ actorKind }) => actorKind !== "system") + 1);
}

/** Whether one more step may be made, this is where it stops, or it has stopped already. */
export function mayGoOn(happened: readonly Line[]): "on" | "stops" | "stopped" {
	const lines = sinceAnybody(happened);
	if (lines.some(({ kind }) => kind === "stopped")) return "stopped";
	return lines.length < mostSteps ? "on" : "stops";
}
