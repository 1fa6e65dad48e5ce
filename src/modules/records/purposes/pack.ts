import { z } from "zod";
import type { House } from "../../../platform/context/index.ts";
import { definePackPart } from "../../../platform/module/index.ts";
import { type Purpose, purposeShape } from "./purpose.ts";
import { mayState } from "./seen.ts";

/** `purposes.yaml`: why officers open a customer's record, and what each reason opens. Without it no record is opened. */
export const purposesPart = definePackPart("purposes.yaml", z.array(purposeShape), { without: [] });

export function purposes(house: House): readonly Purpose[] {
	return purposesPart.of(house);
}

export function purposeOf(house: House, id: string): Purpose | undefined {
	return purposes(house).find((purpose) => purpose.id === id);
}

/** Those that officers of these roles may state, in the pack's order. */
export function purposesFor(house: House, roles: readonly string[]): Purpose[] {
	return purposes(house).filter((purpose) => mayState(purpose, roles));
}

/** The one that a request of this service is worked for: by the service itself, or by its topic. */
export function purposeOfWork(house: House, { service, topic }: { service: string; topic: string }) {
	const all = purposes(house);
	return all.find(({ work }) => work.includes(service)) ?? all.find(({ work }) => work.includes(topic));
}
