import type { Context, House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import type { Area, Form, Terms, Typed } from "../../../modules/forms/index.ts";
import { inArea, placeMap, sectorOf, wardAt } from "../../../modules/places/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { reportsOf } from "./addresses.ts";

/** What reading an answer needs to know of the council and the moment. */
export function termsOf({ house, now }: Context): Terms {
	return { now, area: areaOf(house) };
}

function areaOf(house: House): Area {
	return {
		council: councilPart.of(house).name,
		contains: (latitude, longitude) => inArea(house, { latitude, longitude }),
		hasPostcode: (postcode) => sectorOf(house, postcode)?.centre !== undefined,
		wardAt: (latitude, longitude) => wardAt(house, { latitude, longitude })?.code,
	};
}

/** What asks a question: a service, or what else has a form. */
export type Asking = { readonly id: string; readonly form: Pick<Form, "questions"> } & {
	readonly definition: Pick<Definition, "name" | "nearby">;
};

/** Draws the map of a place question with what was answered so far. */
export function mapFor(house: House, service: Asking) {
	return (questionId: string, typed: Typed | undefined): Html => {
		const boxes = typed !== undefined && typeof typed !== "string" && !isList(typed) ? typed : {};
		const latitude = numberIn(boxes["latitude"]);
		const longitude = numberIn(boxes["longitude"]);
		const question = service.form.questions.get(questionId);
		const layer = question?.kind === "place" ? question.asset?.layer : undefined;
		return placeMap(house, {
			latitudeName: `${questionId}[latitude]`,
			longitudeName: `${questionId}[longitude]`,
			pin: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
			near: sectorOf(house, boxes["postcode"] ?? "")?.centre,
			...(layer === undefined ? {} : { assetsUrl: `/places/assets/${layer}` }),
			...(service.definition.nearby ? { nearbyUrl: reportsOf(service.id) } : {}),
		});
	};
}

function isList(typed: Exclude<Typed, string>): typed is readonly string[] {
	return Array.isArray(typed);
}

function numberIn(text: string | undefined): number | undefined {
	return text !== undefined && /^-?\d{1,3}(\.\d{1,20})?$/.test(text.trim()) ? Number(text) : undefined;
}
