import type { Context } from "../../../platform/context/index.ts";
import { readPostcode } from "../../../platform/formats/index.ts";
import type { Visit } from "../../../platform/http/index.ts";
import {
	type AddressOffer,
	type Answers,
	type AssetOffer,
	type FoundAddress,
	type PageOfQuestions,
	type Problem,
	type Question,
	readAnswers,
	type Terms,
} from "../../../modules/forms/index.ts";
import {
	addressesAt,
	addressPort,
	isAway,
	isRemembered,
	type RegisterAddress,
	wardAt,
} from "../../../modules/places/index.ts";
import { termsOf } from "./area.ts";
import { assetOffersFor, lookUpAssets } from "./assetLookUps.ts";
import { type Parts, partsOf } from "./parts.ts";
import { mayLookUp } from "./lookUpLimit.ts";

/** What a page's address questions are asked with now. */
export type Offers = {
	readonly addresses: Readonly<Record<string, AddressOffer>>;
	readonly assets: Readonly<Record<string, AssetOffer>>;
};

export type LookedUp = {
	offers: Offers;
	/** A look-up or another way of asking was wanted: the page is shown again, and nothing is kept yet. */
	again: boolean;
	problems: readonly Problem[];
	/** The addresses that were on offer, by number. */
	addresses: (uprn: string) => FoundAddress | undefined;
	/** What stands at the numbers that were given, by question. */
	assets: NonNullable<Terms["assets"]>;
};

type Asked = Pick<PageOfQuestions, "questions">;

/** How a page asks for its addresses before anything was typed: what was chosen stands in its list again. */
export async function offersFor(ctx: Context, page: Asked, answers: Answers): Promise<Offers> {
	const canLookUp = addressPort.filled(ctx.house);
	const offers: Record<string, AddressOffer> = {};
	for (const { id } of page.questions.filter(isAddressed)) {
		const answer = answers[id];
		if (answer === undefined) offers[id] = canLookUp ? { way: "find" } : { way: "by-hand", canLookUp };
		else offers[id] = (await listWith(ctx, answer)) ?? { way: "by-hand", canLookUp };
	}
	return { addresses: offers, assets: assetOffersFor(ctx, page) };
}

async function listWith(ctx: Context, answer: Answers[string]): Promise<AddressOffer | undefined> {
	if (typeof answer !== "object" || !("uprn" in answer)) return undefined;
	const found = await addressesAt(ctx, answer.postcode);
	const holds = !isAway(found) && found.some((address) => address.uprn === answer.uprn);
	return holds ? listOf(answer.postcode, found) : undefined;
}

/** Looks up what the typed page asks for. `typed` is whatever came. */
export async function lookUp(
	ctx: Context,
	visit: Visit,
	page: Asked,
	typed: Readonly<Record<string, unknown>>,
): Promise<LookedUp> {
	const offers: Record<string, AddressOffer> = {};
	const found = new Map<string, FoundAddress>();
	const near = await lookUpAssets(ctx, page, typed);
	const problems: Problem[] = [...near.problems];
	let { again } = near;
	for (const question of page.questions.filter(isAddressed)) {
		const { offer, addresses = [], ...turned } = await turn(ctx, visit, question, partsOf(typed, question.id));
		offers[question.id] = offer;
		for (const address of addresses) found.set(address.uprn, foundAddress(ctx, address));
		if (turned.problem) problems.push(turned.problem);
		again ||= turned.again;
	}
	return {
		offers: { addresses: offers, assets: near.offers },
		again,
		problems,
		addresses: (uprn) => found.get(uprn),
		assets: near.assets,
	};
}

type Turn = {
	offer: AddressOffer;
	again: boolean;
	problem?: Problem;
	addresses?: readonly RegisterAddress[];
};

async function turn(ctx: Context, visit: Visit, { id, optional }: Question, parts: Parts): Promise<Turn> {
	const canLookUp = addressPort.filled(ctx.house);
	const way = parts("way");
	const go = parts("go");
	const byHand = { way: "by-hand", canLookUp } as const;
	if (!canLookUp || go === "by-hand") return { offer: byHand, again: go === "by-hand" };
	if (way === "list" && go !== "find") {
		const postcode = readPostcode(parts("postcode"));
		if (postcode === undefined) return { offer: { ...byHand, because: "away" }, again: true };
		// A list that nobody was shown is a look-up by another name.
		if (!isRemembered(ctx, postcode) && !mayLookUp(ctx, visit))
			return { offer: { ...byHand, because: "too-often" }, again: true };
		const found = await addressesAt(ctx, postcode);
		if (isAway(found)) return { offer: { ...byHand, because: "away" }, again: true };
		return { offer: listOf(postcode, found, parts("building")), again: false, addresses: found };
	}
	if (way !== "find") return go === "find" ? { offer: { way: "find" }, again: true } : { offer: byHand, again: false };
	const postcode = readPostcode(parts("postcode"));
	if (postcode === undefined) {
		const isEmpty = parts("postcode").trim() === "";
		const problem = { question: id, field: `${id}-postcode`, message: isEmpty ? "Enter a postcode" : wrongPostcode };
		const passes = isEmpty && optional && go === "";
		return passes ? { offer: { way: "find" }, again: false } : { offer: { way: "find" }, again: true, problem };
	}
	if (!mayLookUp(ctx, visit)) return { offer: { ...byHand, because: "too-often" }, again: true };
	const found = await addressesAt(ctx, postcode);
	if (isAway(found)) return { offer: { ...byHand, because: "away" }, again: true };
	if (found.length === 0) return { offer: { ...byHand, because: "none-found" }, again: true };
	return { offer: listOf(postcode, found, parts("building")), again: true };
}

/** Reads a page with what was looked up for it. When it is shown again only to look up, nothing else of it is wrong yet. */
export function readLooked(
	ctx: Context,
	page: Asked,
	typed: Readonly<Record<string, unknown>>,
	{ offers, again, problems, addresses, assets }: LookedUp,
	held: Answers = {},
) {
	const read = readAnswers(page, typed, { ...termsOf(ctx), addresses, assets }, held);
	return { ...read, offers, again, problems: again ? problems : read.problems };
}

const wrongPostcode = "Enter a full UK postcode, like AA3 1AB";

/** What stands at a postcode; only what has the building's number or name, where something has. */
function listOf(postcode: string, found: readonly RegisterAddress[], building = ""): AddressOffer {
	const sought = building.trim().toLowerCase();
	const isSought = ({ lines }: RegisterAddress) => ` ${lines.join(" ").toLowerCase()} `.includes(` ${sought} `);
	const matching = sought === "" ? [] : found.filter(isSought);
	return {
		way: "list",
		postcode,
		addresses: (matching.length > 0 ? matching : found).map(({ uprn, lines, town }) => ({
			uprn,
			words: [...lines, town].join(", "),
		})),
	};
}

function foundAddress({ house }: Context, address: RegisterAddress): FoundAddress {
	const { uprn, lines, town, postcode, latitude, longitude, inArea } = address;
	const point = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
	const ward = point && inArea ? wardAt(house, point)?.code : undefined;
	return { answer: { lines: [...lines], town, postcode, uprn, ...point, ...(ward ? { ward } : {}) }, inArea };
}

function isAddressed({ kind }: Question): boolean {
	return kind === "address" || kind === "property";
}
