import { cleanText, readPostcode } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { PlaceAnswer } from "../answer.ts";
import {
	accept,
	missing,
	partOf,
	type Problem,
	type QuestionOf,
	type Reading,
	reject,
	type Terms,
	tooLong,
} from "./reading.ts";

const placeBoxes = ["latitude", "longitude", "postcode", "street", "description", "asset", "pick", "checked"] as const;

const most = { street: 100, description: 500, asset: 40 };

/** A pin, or a street, or a postcode with words that say where there. */
export function readPlace(question: QuestionOf<"place">, raw: unknown, terms: Terms): Reading {
	const read = placeBoxes.map((box) => ({ box, ...partOf(raw, box) }));
	const typed = Object.fromEntries(read.map(({ box, text }) => [box, text]));
	const at = (box: string) => `${question.id}-${box}`;
	if (read.some((part) => part.wrong))
		return reject(question, typed, "The place must be text in each box", at("postcode"));
	const problems: Problem[] = [];
	const wrong = (box: string, message: string) => problems.push({ question: question.id, field: at(box), message });
	const pin = pinOf(typed["latitude"] ?? "", typed["longitude"] ?? "");
	if (pin === "wrong") wrong("postcode", "The pin must be on the map. Put it there again, or say where in words");
	else if (pin && terms.area && !terms.area.contains(pin.latitude, pin.longitude)) {
		wrong("postcode", `The place must be in the area of ${terms.area.council}. Another council looks after that spot`);
	}
	const typedPostcode = typed["postcode"]?.trim() ?? "";
	const postcode = readPostcode(typedPostcode);
	if (typedPostcode !== "" && postcode === undefined) {
		wrong("postcode", "Enter a full UK postcode, like AA3 1AB");
	} else if (postcode && !pin && terms.area && !terms.area.hasPostcode(postcode)) {
		wrong("postcode", `The postcode must be in the area of ${terms.area.council}`);
	}
	const street = words(typed["street"] ?? "", most.street);
	if (street === undefined) wrong("street", tooLong("Street", most.street));
	const description = words(typed["description"] ?? "", most.description);
	if (description === undefined) wrong("description", tooLong("The description", most.description));
	const picked = typed["pick"] === "other" ? "" : (typed["pick"] ?? "");
	const asset = question.asset ? words(picked || (typed["asset"] ?? ""), most.asset) : "";
	const found = asset ? terms.assets?.(question.id) : undefined;
	const stands = typeof found === "object" ? found : undefined;
	if (asset === undefined) wrong("asset", tooLong("The number", most.asset));
	else if (asset === "" && question.asset?.needed && !isEmpty(typed))
		wrong("asset", `Enter an answer to “${question.asset.ask}”`);
	if (problems.length > 0) return { typed, problems: oneEach(problems) };
	if (found === "unknown" && typed["checked"] !== asset) {
		const message = `We have no number “${asset}”. Check it. If it is right, select Continue again`;
		return reject(question, { ...typed, pick: "", asset: asset ?? "", checked: asset ?? "" }, message, at("asset"));
	}
	if (!pin && !street && !stands) {
		if (!postcode && !description) return missing(question, typed, at("postcode"));
		if (!postcode)
			return reject(question, typed, "Enter a street or a postcode as well, or put a pin on the map", at("street"));
		if (!description)
			return reject(question, typed, "Enter a street, or say where it is at this postcode", at("street"));
	}
	const answer: PlaceAnswer = {};
	// A number that the register knows says where it is better than a thumb on a map.
	const point = stands ?? (pin === "wrong" ? undefined : pin);
	if (point) {
		answer.latitude = point.latitude;
		answer.longitude = point.longitude;
		const ward = terms.area?.wardAt(point.latitude, point.longitude);
		if (ward !== undefined) answer.ward = ward;
	}
	if (postcode) answer.postcode = postcode;
	if (street) answer.street = street;
	if (description) answer.description = description;
	if (asset) answer.asset = stands?.number ?? asset;
	if (found === "unknown") answer.assetUnknown = true;
	return accept(typed, answer);
}

/** Six decimals are a tenth of a metre. */
function pinOf(latitude: string, longitude: string): { latitude: number; longitude: number } | "wrong" | undefined {
	const lat = latitude.trim();
	const long = longitude.trim();
	if (lat === "" && long === "") return undefined;
	const decimal = /^-?\d{1,3}(\.\d{1,20})?$/;
	if (!decimal.test(lat) || !decimal.test(long)) return "wrong";
	const point = { latitude: Number(Number(lat).toFixed(6)), longitude: Number(Number(long).toFixed(6)) };
	return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : "wrong";
}

function isEmpty(typed: Readonly<Record<string, string>>): boolean {
	return Object.values(typed).every((text) => text.trim() === "");
}

function words(typed: string, max: number): string | undefined {
	const clean = cleanText(typed, { max, lines: false });
	return isRefusal(clean) ? undefined : clean;
}

function oneEach(problems: readonly Problem[]): Problem[] {
	return problems.filter((problem, at) => problems.findIndex((other) => other.field === problem.field) === at);
}
