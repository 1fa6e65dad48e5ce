import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

export type Area = { readonly wards: readonly string[]; readonly localities: readonly string[] };

const asked = /at\.(ward|locality)\s*(?:==|!=)\s*(?:"([^"]*)"|'([^']*)')|at\.(ward|locality)\s+in\s+\[([^\]]*)\]/g;

/** Routes that ask for a ward or a locality which the council does not have, and so would never be taken. */
export function areaFaults({ routing }: Definition, { wards, localities }: Area): Fault[] {
	return routing.flatMap(({ when }, at) =>
		[...when.matchAll(asked)].flatMap(([, one, double, single, other, list = ""]): Fault[] => {
			const what = one ?? other ?? "";
			const known = what === "ward" ? wards : localities;
			const named = one
				? [double ?? single ?? ""]
				: [...list.matchAll(/["']([^"']*)["']/g)].map(([, name = ""]) => name);
			return named
				.filter((name) => name !== "" && !known.includes(name))
				.map((name) => ({
					path: ["routing", at, "when"],
					sentence: `places/wards.yaml has no ${what} called “${name}”.${didYouMean(name, known)}`,
				}));
		}),
	);
}
