/** The five public stages as the customer sees them: which were reached when, and where it is now. */
import { type PublicStage, publicStages } from "../../services/index.ts";

export type Reached = { stage: PublicStage; state: "done" | "current" | "to-come"; at: Date | null };

/**
 * From each time it came to a stage, in order. Going back, by reopening, takes away what came after; a stage that was passed
 * over counts as done, on no day.
 */
export function stagesReached(came: readonly { stage: PublicStage; at: Date }[]): Reached[] {
	const dates = new Map<PublicStage, Date>();
	let now = 0;
	for (const { stage, at } of came) {
		const next = publicStages.indexOf(stage);
		if (next < now) for (const later of publicStages.slice(next)) dates.delete(later);
		if (!dates.has(stage)) dates.set(stage, at);
		now = next;
	}
	return publicStages.map((stage, at) => ({
		stage,
		state: at === now ? "current" : at < now ? "done" : "to-come",
		at: at <= now ? (dates.get(stage) ?? null) : null,
	}));
}
