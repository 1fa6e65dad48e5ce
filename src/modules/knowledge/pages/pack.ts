import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { defineSlot, type House } from "../../../platform/context/index.ts";
import { BrokenPack, type PackPart, type PlacedFault } from "../../../platform/module/index.ts";

export type Source = { file: string; text: string };

const where = "content/";
const slot = defineSlot<readonly Source[]>(`pack ${where}`);

/** The Markdown files below `content/`, in the order of their names. They are rendered once the council's words are known. */
export const sourcesPart: PackPart<readonly Source[]> = {
	...slot,
	where: `${where}**/*.md`,
	async tryOut(pack, house) {
		const names = await readdir(join(pack, where), { recursive: true }).catch(() => []);
		const files = names.filter((name) => name.endsWith(".md")).sort();
		const sources = await Promise.all(
			files.map(async (name) => {
				const file = join(pack, where, name);
				return { file: relative(pack, file), text: await readFile(file, "utf8") };
			}),
		);
		slot.put(house, sources);
		const place = ({ path, sentence }: { path: readonly PropertyKey[]; sentence: string }): PlacedFault => ({
			file: String(path[0] ?? where),
			line: typeof path[1] === "number" ? path[1] : undefined,
			sentence,
		});
		return { faults: [], place };
	},
	async read(pack, house: House) {
		const { faults } = await this.tryOut(pack, house);
		if (faults.length > 0) throw new BrokenPack(faults);
	},
};
