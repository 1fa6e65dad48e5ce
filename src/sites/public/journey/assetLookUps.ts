import type { Context } from "../../../platform/context/index.ts";
import { readPostcode } from "../../../platform/formats/index.ts";
import { metresBetween, type Point } from "../../../platform/geo/index.ts";
import type { AssetOffer, PageOfQuestions, Problem, Question, Terms } from "../../../modules/forms/index.ts";
import {
	type Asset,
	assetNumbered,
	assetPort,
	assetsNear,
	addressesAt,
	isAway,
	sectorOf,
} from "../../../modules/places/index.ts";
import { partsOf, type Parts } from "./parts.ts";

type AssetQuestion = Extract<Question, { kind: "place" }> & { asset: { layer: string } };

export type LookedUpAssets = {
	offers: Record<string, AssetOffer>;
	again: boolean;
	problems: Problem[];
	assets: NonNullable<Terms["assets"]>;
};

/** What a page's places offer of their layers before anything was typed: nothing yet, but that it can be asked for. */
export function assetOffersFor(
	{ house }: Context,
	page: Pick<PageOfQuestions, "questions">,
): Record<string, AssetOffer> {
	const asked = page.questions.filter(hasAsset).filter(({ asset }) => isKnown(house, asset.layer));
	return Object.fromEntries(asked.map(({ id }) => [id, { found: undefined }]));
}

/** Looks up the numbers that were typed or picked, or what stands near the place that was given. */
export async function lookUpAssets(
	ctx: Context,
	page: Pick<PageOfQuestions, "questions">,
	typed: Readonly<Record<string, unknown>>,
): Promise<LookedUpAssets> {
	const offers = assetOffersFor(ctx, page);
	const numbered = new Map<string, Asset | "unknown" | "unsure">();
	const problems: Problem[] = [];
	let again = false;
	for (const { id, asset } of page.questions.filter(hasAsset)) {
		const parts = partsOf(typed, id);
		const picked = parts("pick");
		const number = picked === "" || picked === "other" ? parts("asset").trim() : picked;
		if (number !== "") numbered.set(id, await assetNumbered(ctx, asset.layer, number));
		const wants = parts("go") === "near";
		if (!offers[id] || (!wants && parts("listed") === "")) continue;
		const place = await placeIn(ctx, parts);
		if (place) offers[id] = { found: await near(ctx, asset.layer, place) };
		else if (wants)
			problems.push({ question: id, field: `${id}-postcode`, message: "Enter a postcode, or put a pin on the map" });
		again ||= wants;
	}
	return { offers, again, problems, assets: (id) => numbered.get(id) };
}

function hasAsset(question: Question): question is AssetQuestion {
	return question.kind === "place" && question.asset !== undefined;
}

function isKnown(house: Context["house"], layer: string): boolean {
	return assetPort.filled(house) && assetPort.of(house).knows(layer);
}

type Place = { point: Point; metres: number };

/** The pin, or the middle of what stands at the postcode. */
async function placeIn(ctx: Context, parts: Parts): Promise<Place | undefined> {
	const [latitude, longitude] = [numberIn(parts("latitude")), numberIn(parts("longitude"))];
	if (latitude !== undefined && longitude !== undefined) return { point: { latitude, longitude }, metres: 100 };
	const postcode = readPostcode(parts("postcode"));
	const found = postcode === undefined ? [] : await addressesAt(ctx, postcode);
	const points = isAway(found)
		? []
		: found.flatMap(({ latitude: north, longitude: east }) =>
				north === undefined || east === undefined ? [] : [{ latitude: north, longitude: east }],
			);
	const centre = points.length > 0 ? middle(points) : postcode && sectorOf(ctx.house, postcode)?.centre;
	return centre ? { point: centre, metres: 300 } : undefined;
}

function middle(points: readonly Point[]): Point {
	const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
	return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

async function near(ctx: Context, layer: string, { point, metres }: Place) {
	return (await assetsNear(ctx, layer, point, metres)).map((asset) => ({
		number: asset.number,
		words: [
			asset.number,
			asset.words,
			`about ${Math.max(5, Math.round(metresBetween(point, asset) / 5) * 5)} metres away`,
		]
			.filter(Boolean)
			.join(", "),
	}));
}

function numberIn(text: string): number | undefined {
	return /^-?\d{1,3}(\.\d{1,20})?$/.test(text.trim()) ? Number(text) : undefined;
}
