import type { Definition } from "./definition.ts";
import type { Use } from "./use.ts";

/** Fewer uses than this in all say nothing of what people come for. */
const enough = 30;

/** The services that most people come for: by use, and as their definitions place them while there is little of it. */
export function topTasks<T extends Pick<Definition, "id" | "name" | "top-task">>(
	services: readonly T[],
	use: Use,
	most: number,
): T[] {
	const placed = services
		.filter((one) => one["top-task"] !== undefined)
		.toSorted((a, b) => (a["top-task"] ?? 0) - (b["top-task"] ?? 0));
	const total = services.reduce((sum, { id }) => sum + (use.get(id) ?? 0), 0);
	const used =
		total < enough
			? []
			: services
					.filter(({ id }) => (use.get(id) ?? 0) > 0)
					.toSorted((a, b) => (use.get(b.id) ?? 0) - (use.get(a.id) ?? 0) || a.name.localeCompare(b.name, "en"));
	return [...new Set([...used, ...placed])].slice(0, most);
}
