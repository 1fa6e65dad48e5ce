import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";
import type { Synonyms } from "../search/pack.ts";

/** What people are said to call a service that there is none of, and words that are said to mean two services. */
export function synonymFaults({ services }: Synonyms, ids: readonly string[]): Fault[] {
	const meant = new Map<string, string>();
	return Object.entries(services).flatMap(([id, phrases]): Fault[] => {
		const unknown = `There is no service "${id}".${didYouMean(id, ids)}`;
		return [
			...(ids.includes(id) ? [] : [{ path: ["services", id], sentence: unknown }]),
			...phrases.flatMap((phrase, at) => {
				const words = phrase.toLowerCase();
				const other = meant.get(words);
				meant.set(words, other ?? id);
				if (other === undefined) return [];
				const sentence = `“${phrase}” stands here and for the service "${other}": it can mean one of them.`;
				return [{ path: ["services", id, at], sentence: other === id ? `“${phrase}” stands here twice.` : sentence }];
			}),
		];
	});
}

/** Two services with one number of the Local Government Service List: often right, sometimes copied by mistake. */
export function sharedNumbers(definitions: readonly Definition[]): Fault[] {
	const first = new Map<number, string>();
	return definitions.flatMap(({ lgsl, id }, at): Fault[] => {
		if (lgsl === undefined) return [];
		const other = first.get(lgsl);
		first.set(lgsl, other ?? id);
		if (other === undefined) return [];
		return [{ path: [at, "lgsl"], sentence: `The service "${other}" has the LGSL number ${lgsl} too.` }];
	});
}
