import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside every text file of a folder, as small as they go: it is done once and sent many times. */
export async function compressAll(folder: string): Promise<void> {
	const names = await readdir(folder);
	await Promise.all(
		names
			.filter((name) => /\.(css|js|svg)$/.test(name))
			.map(async (name) => {
				const file = join(folder, name);
				const content = await readFile(file);
				const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
				await Promise.all([
					brotli(content, { params }).then((small) => writeFile(`${file}.br`, small)),
					zip(content, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
				]);
			}),
	);
}
