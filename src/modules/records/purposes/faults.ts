import type { House } from "../../../platform/context/index.ts";
import { didYouMean, type Fault, type PartFault, type Path, twice, within } from "../../../platform/module/index.ts";
import { sourcesPart } from "../../sources/index.ts";
import { rolesPart, teamsPart } from "../../staff/index.ts";
import { frontDoor } from "../nodes/node.ts";
import { grantFaults } from "./grantFaults.ts";
import { purposesPart } from "./pack.ts";
import type { Purpose } from "./purpose.ts";
import { verifyFaults } from "./verifyFaults.ts";

/** What is wrong with the purposes of the pack beside its roles, teams and sources, and with what sources say of purposes. */
export function purposeFaults(house: House): PartFault[] {
	if (!purposesPart.filled(house)) return [];
	const purposes = purposesPart.of(house);
	const faults = [
		...twice(
			purposes,
			({ id }) => id,
			(_, at) => [at, "id"],
			(id) => `There are two purposes called “${id}”.`,
		),
		...workTwice(purposes),
		...purposes.flatMap((purpose, at) => within([at], whoFaults(house, purpose))),
		...(sourcesPart.filled(house)
			? purposes.flatMap((purpose, at) =>
					within(
						[at],
						[...grantFaults(purpose, sourcesPart.of(house)), ...verifyFaults(purpose, sourcesPart.of(house))],
					),
				)
			: []),
	];
	return [
		...faults.map((fault) => ({ ...fault, part: purposesPart })),
		...collectedFor(house, purposes).map((fault) => ({ ...fault, part: sourcesPart })),
	];
}

/** Work that two purposes claim would be known for neither. */
function workTwice(purposes: readonly Purpose[]): Fault[] {
	const all = purposes.flatMap(({ work }, at) =>
		work.map((id, nth) => ({ id, path: [at, "work", nth] satisfies Path })),
	);
	return twice(
		all,
		({ id }) => id,
		({ path }) => path,
		(id) => `Two purposes are known from “${id}”.`,
	);
}

function whoFaults(house: House, purpose: Purpose): Fault[] {
	const roles = rolesPart.filled(house) ? rolesPart.of(house) : undefined;
	const known = Object.keys(roles ?? {});
	const faults: Fault[] = [];
	if (teamsPart.filled(house)) {
		const teams = teamsPart.of(house).map(({ id }) => id);
		if (!teams.includes(purpose.team))
			faults.push({
				path: ["team"],
				sentence: `No team is called “${purpose.team}”.${didYouMean(purpose.team, teams)}`,
			});
	}
	if (!roles) return faults;
	for (const [at, role] of purpose.roles.entries()) {
		const path = ["roles", at];
		if (!known.includes(role))
			faults.push({ path, sentence: `No role is called “${role}”.${didYouMean(role, known)}` });
		else if (!roles[role]?.may.includes("customers.read"))
			faults.push({ path, sentence: `The role “${role}” may not read customers, so it can open no record.` });
	}
	for (const [source, grant] of Object.entries(purpose.sources)) {
		if (typeof grant === "string" || Array.isArray(grant)) continue;
		for (const role of Object.keys(grant).filter((one) => !purpose.roles.includes(one)))
			faults.push({
				path: ["sources", source, role],
				sentence: `The role “${role}” cannot state this purpose, so nothing is opened for it.${didYouMean(role, purpose.roles)}`,
			});
	}
	return faults;
}

/** A source's data was collected for a purpose that officers can state. */
function collectedFor(house: House, purposes: readonly Purpose[]): Fault[] {
	if (!sourcesPart.filled(house)) return [];
	const ids = purposes.map(({ id }) => id);
	return sourcesPart
		.of(house)
		.flatMap(({ id, purpose }, at) =>
			ids.includes(purpose) || id === frontDoor
				? []
				: [{ path: [at, "purpose"], sentence: `No purpose is called “${purpose}”.${didYouMean(purpose, ids)}` }],
		);
}
