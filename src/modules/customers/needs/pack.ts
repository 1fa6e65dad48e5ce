import { z } from "zod";
import type { House } from "../../../platform/context/index.ts";
import { definePackPart, type PartFault, twice } from "../../../platform/module/index.ts";
import { type NeedKind, needShape } from "./need.ts";

/** `needs.yaml`: what may have to be done differently for a customer. */
export const needsPart = definePackPart("needs.yaml", z.array(needShape), { without: [] });

export function needKinds(house: House): readonly NeedKind[] {
	return needsPart.of(house);
}

export function needKind(house: House, code: string): NeedKind | undefined {
	return needKinds(house).find((kind) => kind.code === code);
}

export function needFaults(house: House): PartFault[] {
	if (!needsPart.filled(house)) return [];
	const faults = twice(
		needsPart.of(house),
		({ code }) => code,
		(_, at) => [at, "code"],
		(code) => `There are two needs called “${code}”.`,
	);
	return faults.map((fault) => ({ ...fault, part: needsPart }));
}
