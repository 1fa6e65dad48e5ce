/** Street lights and gullies for the demonstration: invented, about one in each 40 metres, the same always. */
import type { House } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { type Box, boxRound, metresBetween, type Point } from "../../platform/geo/index.ts";
import { type Asset, type AssetRegister, inArea } from "../../modules/places/index.ts";

/** How the numbers of a layer begin. */
const prefixes: Readonly<Record<string, string>> = { "street-lights": "SL", gullies: "G" };

/** The sides of a square with one asset in it at most, in degrees: about 40 metres each way. */
const tall = 0.00036;
const wide = 0.00062;

export function demoAssets(house: House): AssetRegister {
	return {
		knows: (layer) => Object.hasOwn(prefixes, layer),
		async near(layer, point, metres) {
			const prefix = prefixes[layer];
			if (prefix === undefined) return [];
			return [...squaresIn(house, boxRound(point, metres))]
				.flatMap(([row, column]) => assetIn(house, prefix, row, column) ?? [])
				.map((asset) => ({ asset, away: metresBetween(point, asset) }))
				.filter(({ away }) => away <= metres)
				.sort((one, other) => one.away - other.away)
				.map(({ asset }) => asset);
		},
		async byNumber(layer, number) {
			const prefix = prefixes[layer];
			const [, begins, row, column] = /^([A-Z]+)(\d{3})(\d{3})$/.exec(number) ?? [];
			return prefix !== undefined && begins === prefix
				? assetIn(house, prefix, Number(row), Number(column))
				: undefined;
		},
	};
}

function corner(house: House): Point {
	const { south, west } = councilPart.of(house).map;
	return { latitude: south, longitude: west };
}

/** The squares that a box touches; of a box larger than a town's, none. */
function* squaresIn(house: House, { south, north, west, east }: Box): Generator<[row: number, column: number]> {
	const { latitude, longitude } = corner(house);
	const rows = [Math.floor((south - latitude) / tall), Math.floor((north - latitude) / tall)] as const;
	const columns = [Math.floor((west - longitude) / wide), Math.floor((east - longitude) / wide)] as const;
	if ((rows[1] - rows[0]) * (columns[1] - columns[0]) > 10_000) return;
	for (let row = rows[0]; row <= rows[1]; row++) {
		for (let column = columns[0]; column <= columns[1]; column++) yield [row, column];
	}
}

function assetIn(house: House, prefix: string, row: number, column: number): Asset | undefined {
	if (row < 0 || column < 0 || row > 999 || column > 999) return undefined;
	// Any two numbers that look as if they were thrown.
	const thrown = (salt: number) => ((row * 7919 + column * 104_729 + prefix.length * 31 + salt) * 2_654_435_761) % 1000;
	if (thrown(1) < 250) return undefined;
	const { latitude, longitude } = corner(house);
	const point = {
		latitude: round(latitude + (row + 0.1 + thrown(2) / 1250) * tall),
		longitude: round(longitude + (column + 0.1 + thrown(3) / 1250) * wide),
	};
	return inArea(house, point) ? { ...point, number: `${prefix}${three(row)}${three(column)}` } : undefined;
}

function three(number: number): string {
	return String(number).padStart(3, "0");
}

function round(degrees: number): number {
	return Math.round(degrees * 1e6) / 1e6;
}
