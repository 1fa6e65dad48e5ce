import type { House } from "../../../platform/context/index.ts";
import { didYouMean, type Fault, type PartFault, twice, within } from "../../../platform/module/index.ts";
import { teamsPart } from "../../staff/index.ts";
import { foldHeading } from "../columns/heading.ts";
import { identityKinds } from "./field.ts";
import { type Source, sourcesPart } from "./source.ts";

/** What is wrong with `sources.yaml`, beyond the shape of each source. */
export function sourceFaults(house: House): PartFault[] {
	if (!sourcesPart.filled(house)) return [];
	const sources = sourcesPart.of(house);
	const teams = teamsPart.filled(house) ? teamsPart.of(house).map(({ id }) => id) : undefined;
	return [
		...twice(
			sources,
			({ id }) => id,
			(_, at) => [at, "id"],
			(id) => `Two sources are called “${id}”.`,
		),
		...sources.flatMap((source, at) => within([at], [...teamFaults(source, teams), ...contradictions(source)])),
	].map((fault) => ({ ...fault, part: sourcesPart }));
}

function teamFaults({ team }: Source, teams: readonly string[] | undefined): Fault[] {
	if (teams === undefined || teams.includes(team)) return [];
	return [{ path: ["team"], sentence: `There is no team “${team}”.${didYouMean(team, teams)}` }];
}

/** What a source says of itself that cannot all be so. */
function contradictions(source: Source): Fault[] {
	const { id, key, fields, flag } = source;
	const fault = (path: Fault["path"], sentence: string): Fault => ({ path, sentence });
	const keyAt = fields.findIndex((field) => field.id === key);
	return [
		...(id === "front-door"
			? [fault(["id"], "“front-door” is Front Door's own records; a source needs another id.")]
			: []),
		...(keyAt < 0
			? [
					fault(
						["key"],
						`“key” must be one of its fields; “${key}” is none.${didYouMean(
							key,
							fields.map((one) => one.id),
						)}`,
					),
				]
			: []),
		...twice(
			fields,
			(field) => field.id,
			(_, at) => ["fields", at, "id"],
			(field) => `Two fields are called “${field}”.`,
		),
		...twice(
			fields.flatMap((field, at) =>
				field.columns.map((column, place) => ({ column, path: ["fields", at, "columns", place] })),
			),
			({ column }) => foldHeading(column),
			({ path }) => path,
			(column) => `Two columns of one heading: “${column}”.`,
		),
		...(["day-from", "day-until"] as const).flatMap((kind) =>
			twice(
				fields.flatMap((field, at) => (field.kind === kind ? [at] : [])),
				() => kind,
				(at) => ["fields", at, "kind"],
				() => `Two fields are of kind “${kind}”: a record holds from one day and until one.`,
			),
		),
		...fields.flatMap((field, at): Fault[] => {
			const kinds = identityKinds[field.id];
			return [
				...(kinds && !kinds.includes(field.kind)
					? [
							fault(
								["fields", at, "kind"],
								`“${field.id}” is compared with other records and must be of kind ${kinds.join(" or ")}.`,
							),
						]
					: []),
				...(flag && field.shown !== "never"
					? [
							fault(
								["fields", at],
								`Of this source only that there is a record may show: say “shown: never” of “${field.id}”.`,
							),
						]
					: []),
			];
		}),
	];
}
