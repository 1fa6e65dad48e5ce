import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { defineSlot, type House, type Slot } from "../context/index.ts";

/** A part of a pack that one module reads: a file (`teams.yaml`) or every YAML file of a folder (`services/`). */
export type PackPart<T> = Slot<T> & {
	readonly where: string;
	readonly read: (pack: string, house: House) => Promise<void>;
};

export type AnyPackPart = { readonly where: string; readonly read: (pack: string, house: House) => Promise<void> };

/** Thrown with one sentence for each fault, naming the file and the line. */
export class BrokenPack extends Error {}

/**
 * Declares a part of the pack. A part that ends in `/` is a folder: its value is an array of the parsed files in the order of
 * their names; any other is one file. `schema` gets what the YAML says.
 */
export function definePackPart<T>(where: string, schema: z.ZodType<T>): PackPart<T> {
	const slot = defineSlot<T>(`pack ${where}`);
	return {
		...slot,
		where,
		async read(pack, house) {
			slot.put(house, await readPart(pack, where, schema));
		},
	};
}

/** Reads and checks one part of the pack in the folder `pack`. Throws `BrokenPack`. */
export async function readPart<T>(pack: string, where: string, schema: z.ZodType<T>): Promise<T> {
	const files = where.endsWith("/") ? await yamlFilesIn(join(pack, where)) : [join(pack, where)];
	const read = await Promise.all(files.map((file) => readYaml(file, pack)));
	const value = where.endsWith("/") ? read.map((one) => one.value) : read[0]?.value;
	const checked = schema.safeParse(value);
	if (checked.success) return checked.data;
	throw new BrokenPack(
		checked.error.issues
			.map((issue) => {
				const path = where.endsWith("/") ? issue.path.slice(1) : issue.path;
				const source = where.endsWith("/") ? read[Number(issue.path[0])] : read[0];
				const line = source?.lineOf(path);
				const at = source ? `${relative(pack, source.file)}${line ? `:${line}` : ""}` : where;
				return `${at}: ${path.join(".")}: ${issue.message}`;
			})
			.join("\n"),
	);
}

async function yamlFilesIn(folder: string): Promise<string[]> {
	const names = await readdir(folder);
	return names
		.filter((name) => name.endsWith(".yaml"))
		.sort()
		.map((name) => join(folder, name));
}

async function readYaml(file: string, pack: string) {
	const lines = new LineCounter();
	const text = await readFile(file, "utf8").catch(() => {
		throw new BrokenPack(`${relative(pack, file)}: the pack has no such file.`);
	});
	const document = parseDocument(text, { lineCounter: lines });
	const fault = document.errors[0];
	if (fault) throw new BrokenPack(`${relative(pack, file)}:${lines.linePos(fault.pos[0]).line}: ${fault.message}`);
	const lineOf = (path: readonly PropertyKey[]): number | undefined => {
		for (let length = path.length; length >= 0; length--) {
			const node = document.getIn(path.slice(0, length), true);
			if (node && typeof node === "object" && "range" in node && Array.isArray(node.range)) {
				return lines.linePos(Number(node.range[0])).line;
			}
		}
		return undefined;
	};
	const value: unknown = document.toJS();
	return { file, value, lineOf };
}
