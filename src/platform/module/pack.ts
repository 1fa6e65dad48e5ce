import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { defineSlot, type House, type Slot } from "../context/index.ts";
import { BrokenPack, type Fault, type Path, type PlacedFault } from "./fault.ts";
import { faultsFound, plainly } from "./plainWords.ts";
import { readYamlFile, type YamlFile } from "./yamlFile.ts";

/** A part of a pack that one module reads: a file (`teams.yaml`) or every YAML file of a folder (`services/`). */
export type PackPart<T> = Slot<T> & AnyPackPart;

export type AnyPackPart = {
	readonly where: string;
	/** Puts what the part says in its place in the house. Throws `BrokenPack`. */
	readonly read: (pack: string, house: House) => Promise<void>;
	/** The same, with what is wrong as a value: of a folder, the files that are sound are put there all the same. */
	readonly tryOut: (pack: string, house: House) => Promise<Tried>;
};

/** A part that was read: what is wrong with it, and where things in it stand. */
export type Tried = { readonly faults: readonly PlacedFault[]; readonly place: (fault: Fault) => PlacedFault };

/**
 * Declares a part of the pack. A part that ends in `/` is a folder: its value is an array of the parsed files in the order of
 * their names; any other is one file. `schema` gets what the YAML says; it may be made from what else is in the pack. A file
 * that a council may do without is `without` when it is not there.
 */
export function definePackPart<T>(
	where: string,
	schema: z.ZodType<T> | ((pack: string) => Promise<z.ZodType<T>>),
	optional?: { without: T },
): PackPart<T> {
	const slot = defineSlot<T>(`pack ${where}`);
	const tryOut = async (pack: string, house: House): Promise<Tried> => {
		if (optional && !existsSync(join(pack, where))) {
			slot.put(house, optional.without);
			return { faults: [], place: ({ sentence }) => ({ file: where, line: undefined, sentence }) };
		}
		const { value, faults, place } = await check(
			pack,
			where,
			typeof schema === "function" ? await schema(pack) : schema,
		);
		if (value) slot.put(house, value.is);
		return { faults, place };
	};
	return {
		...slot,
		of: (house) => (optional && !slot.filled(house) ? optional.without : slot.of(house)),
		where,
		tryOut,
		async read(pack, house) {
			const { faults } = await tryOut(pack, house);
			if (faults.length > 0) throw new BrokenPack(faults);
		},
	};
}

/** Reads and checks one part of the pack in the folder `pack`. Throws `BrokenPack`. */
export async function readPart<T>(pack: string, where: string, schema: z.ZodType<T>): Promise<T> {
	const { value, faults } = await check(pack, where, schema);
	if (faults.length > 0 || !value) throw new BrokenPack(faults);
	return value.is;
}

type Checked<T> = Tried & { readonly value: { readonly is: T } | undefined };

async function check<T>(pack: string, where: string, schema: z.ZodType<T>): Promise<Checked<T>> {
	const folder = where.endsWith("/");
	const names = folder ? await yamlFilesIn(join(pack, where)) : [join(pack, where)];
	const files = await Promise.all(names.map((file) => readYamlFile(file, pack)));
	const unread = files.flatMap((file) => file.faults);
	const readable = files.filter((file) => file.faults.length === 0);
	if (!folder && readable.length === 0)
		return { value: undefined, faults: unread, place: placing(files, false, where) };
	const whole = tryFiles(schema, readable, folder);
	const found = whole.success ? [] : faultsFound(whole.error.issues);
	const place = placing(readable, folder, where);
	const faults = [...unread, ...found.map(place)];
	if (whole.success) return { value: { is: whole.data }, faults, place };
	if (!folder) return { value: undefined, faults, place };
	const broken = new Set(found.map((fault) => fault.path[0]));
	const sound = readable.filter((_, at) => !broken.has(at));
	const rest = tryFiles(schema, sound, true);
	return { value: rest.success ? { is: rest.data } : undefined, faults, place: placing(sound, true, where) };
}

function tryFiles<T>(schema: z.ZodType<T>, files: readonly YamlFile[], folder: boolean) {
	return schema.safeParse(folder ? files.map((file) => file.value) : files[0]?.value, { error: plainly });
}

/** How the faults of a part find their file and line. */
function placing(files: readonly YamlFile[], folder: boolean, where: string): (fault: Fault) => PlacedFault {
	const find = (path: Path) => {
		const file = folder ? files[Number(path[0])] : files[0];
		return { file: file?.name ?? where, line: file?.lineOf(folder ? path.slice(1) : path) };
	};
	return (fault) => {
		const at = find(fault.path);
		if (!fault.first) return { ...at, sentence: fault.sentence };
		const first = find(fault.first);
		const there = first.file === at.file ? `line ${first.line}` : `${first.file}:${first.line}`;
		return { ...at, sentence: fault.sentence.replace(/\.$/, ` (the first is at ${there}).`) };
	};
}

async function yamlFilesIn(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch(() => []);
	return names
		.filter((name) => name.endsWith(".yaml"))
		.sort()
		.map((name) => join(folder, name));
}
