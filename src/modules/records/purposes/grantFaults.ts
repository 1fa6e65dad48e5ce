import { didYouMean, type Fault, type Path } from "../../../platform/module/index.ts";
import { frontDoor } from "../nodes/node.ts";
import { lawWords } from "./gateways.ts";
import type { Purpose, Sight } from "./purpose.ts";
import { type Declared, isLawful } from "./seen.ts";

/** Where a purpose opens what is not there, what nobody may see, or what a law does not lend for it. */
export function grantFaults(purpose: Purpose, sources: readonly Declared[]): Fault[] {
	return Object.entries(purpose.sources).flatMap(([id, grant]) => {
		const path: Path = ["sources", id];
		if (id === frontDoor)
			return [{ path, sentence: "Our own record is open for every purpose and is not named here." }];
		const source = sources.find((one) => one.id === id);
		if (!source) {
			const known = sources.map((one) => one.id);
			return [{ path, sentence: `No source is called “${id}”.${didYouMean(id, known)}` }];
		}
		if (typeof grant === "string" || Array.isArray(grant)) return sightFaults(purpose, source, grant, path);
		return Object.entries(grant).flatMap(([role, sight]) => sightFaults(purpose, source, sight, [...path, role]));
	});
}

function sightFaults(purpose: Purpose, source: Declared, sight: Sight, path: Path): Fault[] {
	if (sight === "flag") return [];
	if (source.flag) {
		return [{ path, sentence: `Of “${source.id}” only that it has a record may be known: write “flag”.` }];
	}
	if (sight === "all") return source.fields.flatMap((field) => unlawful(purpose, source, field, path)).slice(0, 1);
	const known = source.fields.map(({ id }) => id);
	return sight.flatMap((id, at): Fault[] => {
		const here = [...path, at];
		const field = source.fields.find((one) => one.id === id);
		if (!field) return [{ path: here, sentence: `“${source.id}” has no field “${id}”.${didYouMean(id, known)}` }];
		if (field.shown === "never") return [{ path: here, sentence: `“${id}” of “${source.id}” is never shown.` }];
		if (field.shown === "verify")
			return [{ path: here, sentence: `“${id}” of “${source.id}” is never shown; it may stand under “verify”.` }];
		return unlawful(purpose, source, field, here);
	});
}

/** What is lent by law and shown in some way to this purpose, which comes through no gateway of that law. */
export function unlawful(purpose: Purpose, source: Declared, field: Declared["fields"][number], path: Path): Fault[] {
	const { law, id, shown } = field;
	if (law === undefined || shown === "never" || isLawful(purpose, field)) return [];
	const what = `“${id}” of “${source.id}” is ${lawWords[law]}`;
	return [{ path, sentence: `${what}: only a purpose with “gateways: { ${law}: … }” may open it.` }];
}
