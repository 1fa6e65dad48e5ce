import { createHash } from "node:crypto";
import { body, route } from "../../platform/http/index.ts";
import { type Ward, wardsPart } from "./pack.ts";
import { geoJson } from "./geoJson.ts";

type Written = { text: string; etag: string };

const written = new WeakMap<readonly Ward[], Written>();

/** The wards' outlines for the map; the same for everyone, so it may be kept for a day. */
export const publicRoutes = [
	route({
		method: "GET",
		path: "/places/wards.json",
		may: "anyone",
		site: "public",
		handle: ({ house }) => {
			const wards = wardsPart.of(house);
			const { text, etag } = written.get(wards) ?? write(wards);
			return body("application/geo+json; charset=utf-8", text, 200, { "cache-control": "public, max-age=86400", etag });
		},
	}),
];

function write(wards: readonly Ward[]): Written {
	const text = JSON.stringify(geoJson(wards));
	const made = { text, etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"` };
	written.set(wards, made);
	return made;
}
