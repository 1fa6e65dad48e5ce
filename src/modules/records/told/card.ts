import { validate as isId } from "uuid";
import type { House } from "../../../platform/context/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import { toldOf } from "./told.ts";
import { toldView } from "./views.ts";

/**
 * The card “Who looked at your record” for the account of these customers, who are one. `before` is what the address said of the
 * page; `pageAddress` makes that of an earlier one.
 */
export async function lookUpsCard(
	house: House,
	customerIds: readonly string[],
	{ before, pageAddress }: { before?: string | undefined; pageAddress: (before: string) => string },
): Promise<Html> {
	const { lines, earlier } = await toldOf(
		house,
		customerIds,
		before !== undefined && isId(before) ? before : undefined,
	);
	return toldView({ lines, earlier: earlier === undefined ? undefined : pageAddress(earlier) });
}
