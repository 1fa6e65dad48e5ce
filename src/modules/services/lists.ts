import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { readYamlFile } from "../../platform/module/index.ts";
import { type Option, optionShape } from "../forms/index.ts";

/** A list of the pack, such as the council's wards or the makes of cars: what may be chosen from it, in order. */
export const listShape = z.array(optionShape).min(2).describe("What a select chooses from");

/** The lists of a pack by their names. One that is broken is left out here; reading it as a part of the pack says why. */
export async function listsIn(pack: string): Promise<ReadonlyMap<string, readonly Option[]>> {
	const names = await readdir(join(pack, "lists")).catch(() => []);
	const lists = new Map<string, readonly Option[]>();
	for (const name of names.filter((one) => one.endsWith(".yaml"))) {
		const read = listShape.safeParse((await readYamlFile(join(pack, "lists", name), pack)).value);
		if (read.success) lists.set(basename(name, ".yaml"), read.data);
	}
	return lists;
}

/**
 * A definition as its file says it, with the options of a list in place of its name wherever a select names one: a version
 * that is kept stands alone, whatever becomes of the list. A name that no list has stays.
 */
export function withLists(said: unknown, lists: ReadonlyMap<string, readonly Option[]>): unknown {
	if (Array.isArray(said)) return said.map((one) => withLists(one, lists));
	if (said === null || typeof said !== "object") return said;
	const inside = Object.fromEntries(Object.entries(said).map(([key, value]) => [key, withLists(value, lists)]));
	const { kind, list, ...rest } = inside;
	const options = kind === "select" && typeof list === "string" ? lists.get(list) : undefined;
	return options === undefined ? inside : { ...rest, kind, options };
}
