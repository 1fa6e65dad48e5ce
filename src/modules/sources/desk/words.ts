import { tag } from "../../../platform/html/govuk/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import type { ImportState } from "../imports/import.ts";

const states: Record<ImportState, { name: string; colour: string }> = {
	staged: { name: "To confirm", colour: "yellow" },
	running: { name: "Being taken in", colour: "blue" },
	done: { name: "Done", colour: "green" },
	stopped: { name: "Stopped", colour: "red" },
	withdrawn: { name: "Set aside", colour: "grey" },
};

export function stateTag(state: ImportState): Html {
	const { name, colour } = states[state];
	return tag({ text: name, classes: `govuk-tag--${colour}` });
}

export function countOf(count: number): string {
	return count.toLocaleString("en-GB");
}

/** `1 line`, `2,000 lines`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${countOf(count)} ${count === 1 ? one : many}`;
}
