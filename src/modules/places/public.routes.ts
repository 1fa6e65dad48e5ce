import { createHash } from "node:crypto";
import { z } from "zod";
import { body, route } from "../../platform/http/index.ts";
import { assetsNear } from "./assetRegister.ts";
import { type Ward, wardsPart } from "./pack.ts";
import { geoJson } from "./geoJson.ts";

type Written = { text: string; etag: string };

const written = new WeakMap<readonly Ward[], Written>();

/** How far round the pin things with numbers are shown. */
const metresOnTheMap = 100;

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
	route({
		method: "GET",
		path: "/places/assets/:layer",
		may: "anyone",
		site: "public",
		params: z.object({ layer: z.string().regex(/^[a-z][a-z0-9-]*$/) }),
		query: z.object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) }),
		async handle(ctx, { params, query }) {
			const found = await assetsNear(ctx, params.layer, query, metresOnTheMap);
			const text = JSON.stringify({
				type: "FeatureCollection",
				features: found.map(({ number, words, latitude, longitude }) => ({
					type: "Feature",
					geometry: { type: "Point", coordinates: [longitude, latitude] },
					properties: { number, title: [number, words].filter(Boolean).join(", ") },
				})),
			});
			return body("application/geo+json; charset=utf-8", text, 200, { "cache-control": "public, max-age=300" });
		},
	}),
];

function write(wards: readonly Ward[]): Written {
	const text = JSON.stringify(geoJson(wards));
	const made = { text, etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"` };
	written.set(wards, made);
	return made;
}
