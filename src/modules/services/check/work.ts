import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import type { Purpose } from "../../records/index.ts";

/** Where a purpose is known from the work of no topic and no service. */
export function workFaults(purposes: readonly Purpose[], known: readonly string[]): Fault[] {
	return purposes.flatMap(({ work }, at) =>
		work.flatMap((id, nth): Fault[] => {
			if (known.includes(id)) return [];
			const sentence = `No topic and no service is called “${id}”.${didYouMean(id, known)}`;
			return [{ path: [at, "work", nth], sentence }];
		}),
	);
}
