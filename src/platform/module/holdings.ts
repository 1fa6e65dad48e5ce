import { defineSlot } from "../context/index.ts";
import type { Module, PersonalData } from "./module.ts";

/** Personal data that a module holds, with its name. */
export type Holding = PersonalData & { readonly module: string };

/** What all modules of the house hold, for the information map. */
export const holdingsSlot = defineSlot<readonly Holding[]>("personal data that the modules hold");

export function holdingsOf(modules: readonly Module[]): Holding[] {
	return modules.flatMap(({ name, personalData }) =>
		personalData === "none" ? [] : personalData.map((held) => ({ module: name, ...held })),
	);
}
