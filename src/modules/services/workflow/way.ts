import type { Fault, Path } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/** What goes on by itself goes where the stages lead: a fault when the stage it leaves names others in its `to` alone. */
export function offTheWay(
	{ stages }: Definition,
	where: string,
	{ from, to, path }: { from: string; to: string; path: Path },
): Fault[] {
	const leads = stages.find(({ id }) => id === from)?.to;
	if (leads === undefined || leads.includes(to) || !stages.some(({ id }) => id === to)) return [];
	const sentence = `${where} moves from the stage "${from}" to "${to}", which "${from}" does not name in its "to".`;
	return [{ path, sentence }];
}
