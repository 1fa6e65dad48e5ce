/** The council's assets from files of its pack: `assets/<layer>.csv` with the columns number, latitude, longitude and words. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { boxRound, inBox, metresBetween } from "../../platform/geo/index.ts";
import { BrokenPack } from "../../platform/module/index.ts";
import { type Asset, assetNumber, type AssetRegister } from "../../modules/places/index.ts";

const rowShape = z.object({
	number: z.string().transform(assetNumber).pipe(z.string().min(1, "is empty").max(30)),
	latitude: z.coerce.number().min(49).max(61),
	longitude: z.coerce.number().min(-9).max(2),
	words: z.string().max(200).default(""),
});

type Layer = { all: readonly Asset[]; byNumber: ReadonlyMap<string, Asset> };

/** Reads every layer of the folder. Throws `BrokenPack`, which names the file and the line. */
export function assetFiles(folder: string): AssetRegister {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".csv")) : [];
	const layers = new Map(names.map((name) => [name.slice(0, -4), layerIn(join(folder, name), name)]));
	return {
		knows: (layer) => layers.has(layer),
		async near(layer, point, metres) {
			const box = boxRound(point, metres);
			return (layers.get(layer)?.all ?? [])
				.filter((asset) => inBox(asset, box))
				.map((asset) => ({ asset, away: metresBetween(point, asset) }))
				.filter(({ away }) => away <= metres)
				.sort((one, other) => one.away - other.away)
				.map(({ asset }) => asset);
		},
		byNumber: async (layer, number) => layers.get(layer)?.byNumber.get(number),
	};
}

function layerIn(file: string, name: string): Layer {
	const fault = (line: number, sentence: string) => new BrokenPack([{ file: `assets/${name}`, line, sentence }]);
	const rows = rowsOf(readFileSync(file), (words) => fault(1, words));
	const byNumber = new Map<string, Asset>();
	for (const [at, row] of rows.entries()) {
		const read = rowShape.safeParse(row);
		if (!read.success) {
			const [issue] = read.error.issues;
			throw fault(at + 2, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "cannot be read"}`);
		}
		const { words, ...asset } = read.data;
		if (byNumber.has(asset.number)) throw fault(at + 2, `number: “${asset.number}” stands twice`);
		byNumber.set(asset.number, words === "" ? asset : { ...asset, words });
	}
	return { all: [...byNumber.values()], byNumber };
}

function rowsOf(text: Buffer, fault: (words: string) => BrokenPack): readonly unknown[] {
	try {
		return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
	} catch (error) {
		throw fault(error instanceof Error ? error.message : "cannot be read");
	}
}
