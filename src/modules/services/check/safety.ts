import type { Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/** Whoever may be in danger is told what to do before they begin. */
export function safetyFaults({ form, start }: Definition): Fault[] {
	const risk = form.risks.findIndex((one) => one.risk === "danger");
	if (risk < 0 || start.emergency !== undefined) return [];
	const sentence =
		"It asks about danger, and its start page has no “emergency”: what to do when someone is in danger now.";
	return [{ path: ["form", "risks", risk], sentence }];
}
