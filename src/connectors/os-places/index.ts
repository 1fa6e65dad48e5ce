/**
 * The register of addresses by Ordnance Survey's Places API, `https://api.os.uk/search/places/v1`, which councils use under the
 * Public Sector Geospatial Agreement. It answers AddressBase's delivery points (dataset DPA).
 */
import { readPostcode } from "../../platform/formats/index.ts";
import type { AddressRegister, RegisterAddress, RegisterAway } from "../../modules/places/index.ts";
import { answerShape, type DeliveryPoint } from "./answer.ts";
import { inTitleCase } from "./titleCase.ts";

export type OsPlacesSettings = {
	/** The project's API key; sent in a header, so that no log of addresses holds it. */
	key: string;
	/** The council's number as a custodian of addresses; without it `contains` decides what is in the area. */
	custodian: number | undefined;
	contains: (point: { latitude: number; longitude: number }) => boolean;
	/** Another server with the same API. */
	url?: string;
	/** Milliseconds without an answer after which it counts as away. */
	patience?: number;
};

export function osPlaces(settings: OsPlacesSettings): AddressRegister {
	return {
		async lookUp(postcode) {
			// A postcode has at most 100 delivery points, which is as many as one answer may hold.
			const found = await ask(settings, "postcode", { postcode, maxresults: "100", fq: "LOGICAL_STATUS_CODE:1" });
			return "away" in found ? found : found.flatMap((point) => addressIn(settings, point)).sort(byDoor);
		},
		async byUprn(uprn) {
			const found = await ask(settings, "uprn", { uprn });
			return "away" in found ? found : found.flatMap((point) => addressIn(settings, point))[0];
		},
	};
}

async function ask(
	{ key, url = "https://api.os.uk/search/places/v1", patience = 4_000 }: OsPlacesSettings,
	noun: "postcode" | "uprn",
	asked: Readonly<Record<string, string>>,
): Promise<readonly DeliveryPoint[] | RegisterAway> {
	const query = new URLSearchParams({ ...asked, dataset: "DPA", output_srs: "EPSG:4326", format: "JSON" });
	try {
		const answer = await fetch(`${url}/${noun}?${query}`, { headers: { key }, signal: AbortSignal.timeout(patience) });
		// 400 is its answer to a postcode or number that does not exist.
		if (answer.status === 400 || answer.status === 404) return [];
		if (!answer.ok) return { away: `it answered ${answer.status}` };
		const read = answerShape.safeParse(await answer.json());
		return read.success ? read.data.results.map(({ DPA }) => DPA) : { away: "its answer was in another shape" };
	} catch (error) {
		return { away: error instanceof Error ? error.name : "it could not be reached" };
	}
}

function addressIn({ custodian, contains }: OsPlacesSettings, point: DeliveryPoint): RegisterAddress[] {
	const postcode = readPostcode(point.POSTCODE);
	if (postcode === undefined) return [];
	const { LAT: latitude, LNG: longitude } = point;
	const at = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
	const isOurs = point.LOCAL_CUSTODIAN_CODE === custodian;
	return [
		{
			uprn: point.UPRN.replace(/^0+(?=\d)/, ""),
			lines: linesOf(point),
			town: inTitleCase(point.POST_TOWN),
			postcode,
			...at,
			inArea: custodian === undefined ? at !== undefined && contains(at) : isOurs,
		},
	];
}

/** What it is called, and the street: two lines at most, as the boxes have them. */
function linesOf(point: DeliveryPoint): string[] {
	const street = [point.DEPENDENT_THOROUGHFARE_NAME, point.THOROUGHFARE_NAME].filter(Boolean).join(", ");
	const locality = [point.DOUBLE_DEPENDENT_LOCALITY, point.DEPENDENT_LOCALITY].filter(Boolean).join(", ");
	const door = [point.BUILDING_NUMBER, street || locality].filter(Boolean).join(" ");
	const named = [
		point.ORGANISATION_NAME,
		point.DEPARTMENT_NAME,
		point.SUB_BUILDING_NAME,
		point.BUILDING_NAME,
		point.PO_BOX_NUMBER && `PO Box ${point.PO_BOX_NUMBER}`,
	].filter(Boolean);
	const where = [door, street && locality].filter(Boolean).join(", ");
	// "12A" stands in the building's name in the delivery points, and belongs before the street.
	if (named.length === 1 && /^\d+[A-Z]?(-\d+[A-Z]?)?$/i.test(point.BUILDING_NAME) && street !== "") {
		return [inTitleCase(`${point.BUILDING_NAME} ${where}`)];
	}
	return [named.join(", "), where].filter((line) => line !== "").map(inTitleCase);
}

const order = new Intl.Collator("en-GB", { numeric: true });

/** By street, then by door as people count: 2 before 10. */
function byDoor(one: RegisterAddress, other: RegisterAddress): number {
	const key = ({ lines }: RegisterAddress) => [...lines].reverse().join(", ");
	return order.compare(key(one), key(other));
}
