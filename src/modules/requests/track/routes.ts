import { validate as isId } from "uuid";
import { z } from "zod";
import { type Context, visitor } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { filesById, openFile, servingHeaders } from "../../../platform/files/index.ts";
import { readEmail, readPhone, readReference } from "../../../platform/formats/index.ts";
import { type Answer, body, page, redirect, route, type Upload, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { serviceVersion } from "../../services/index.ts";
import { addInformation } from "../actions/addInformation.ts";
import { stopFollowing } from "../actions/follow.ts";
import { sayNotFixed } from "../actions/reopen.ts";
import { trackByLink, type Tracked } from "../queries/track.ts";
import { findOnce } from "./find.ts";
import { type FindProblems, findView } from "./find.views.ts";
import { photoLimits, takePhotos } from "./photos.ts";
import { findRefusals, trackRefusals } from "./refusals.ts";
import { mostPhotos, trackProps } from "./trackProps.ts";
import { type Refused, trackView } from "./track.views.ts";

const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");

/** Who holds the address may read the page: nobody else is told of it, and nothing keeps it. */
export const quietly = { "x-robots-tag": "noindex", "cache-control": "no-store", "referrer-policy": "same-origin" };

export const findRoute = route({
	site: "public",
	method: "GET",
	path: "/track",
	may: "anyone",
	query: z.object({ reference: first }),
	handle: (ctx, { query, visit }) => findPage(ctx, visit, { reference: query.reference.slice(0, 60), contact: "" }, {}),
});

export const foundRoute = route({
	site: "public",
	method: "POST",
	path: "/track",
	may: "anyone",
	limit: "sign-in",
	form: z.object({ reference: first, contact: first }),
	async handle(ctx, { form, visit }) {
		const reference = readReference(form.reference, councilPart.of(ctx.house).referencePrefix);
		const canBeReached = (readEmail(form.contact) ?? readPhone(form.contact)) !== undefined;
		const problems: FindProblems = {
			...(reference === undefined ? { reference: "Enter the reference from the message we sent you" } : {}),
			...(canBeReached ? {} : { contact: "Enter the email address or telephone number you gave us" }),
		};
		if (reference === undefined || !canBeReached) return findPage(ctx, visit, form, problems);
		const path = await findOnce(ctx, reference, form.contact);
		if (isRefusal(path)) return findPage(ctx, visit, form, { both: findRefusals[path.code] });
		return redirect(path);
	},
});

function findPage(
	ctx: Context,
	visit: Visit,
	typed: { reference: string; contact: string },
	problems: FindProblems,
): Answer {
	const wrong = Object.keys(problems).length > 0;
	const example = `${councilPart.of(ctx.house).referencePrefix}-7K4M-9QXD`;
	return page({
		title: "Track a request",
		main: findView({ csrf: visit.csrf(), ...typed, example, problems }),
		current: "track",
		headers: { "cache-control": "no-store" },
		...(wrong ? { wrong, status: 422 } : {}),
	});
}

export const linkShape = z.object({ reference: z.string().max(60), key: z.string().max(60) });
const params = linkShape;
type Link = z.infer<typeof linkShape>;

/** Not found alike for a reference that is none and a key that is another's. */
export async function opened(ctx: Context, { reference, key }: Link): Promise<Tracked> {
	const tracked = await trackByLink(ctx.house.db, ctx.house, reference, key);
	if (!tracked) throw new NotFound("This link does not lead to a request.");
	return tracked;
}

const doneWords: Readonly<Record<string, string>> = {
	added: "Thank you. The team can see what you told us.",
	reopened: "Thank you. We have opened it again and will look at it.",
	answered: "Thank you. We have your answer.",
	late: "Thank you. Your answer came after the time was over, so we have added it to your request. The team can see it.",
};

export const trackRoute = route({
	site: "public",
	method: "GET",
	path: "/track/:reference/:key",
	may: "anyone",
	params,
	query: z.object({ done: first }),
	async handle(ctx, { params, query, visit }) {
		return trackPage(ctx, visit, params, await opened(ctx, params), {
			done: Object.hasOwn(doneWords, query.done) ? doneWords[query.done] : undefined,
		});
	},
});

type Over = { typed?: { information: string; reason: string }; refused?: Refused; done?: string | undefined };

async function trackPage(ctx: Context, visit: Visit, { key }: Link, tracked: Tracked, over: Over): Promise<Answer> {
	const service = await serviceVersion(ctx.house, tracked.serviceId, tracked.serviceVersion);
	return page({
		title: `${tracked.summary} · ${tracked.reference}`,
		main: trackView(trackProps({ tracked, service, key, now: ctx.now, csrf: visit.csrf(), ...over })),
		current: "track",
		headers: quietly,
		...(over.refused ? { wrong: true, status: 422 } : {}),
	});
}

const files = { most: mostPhotos, bytes: photoLimits.maxBytes };

export const informationRoute = route({
	site: "public",
	method: "POST",
	path: "/track/:reference/:key/information",
	may: "anyone",
	limit: "submission",
	params,
	files,
	form: z.object({ information: first }),
	handle: (ctx, { params, form, files, visit }) =>
		say(ctx, visit, params, files, { form: "information", field: "information", typed: form.information }),
});

export const reopeningRoute = route({
	site: "public",
	method: "POST",
	path: "/track/:reference/:key/reopening",
	may: "anyone",
	limit: "submission",
	params,
	files,
	form: z.object({ reason: first }),
	handle: (ctx, { params, form, files, visit }) =>
		say(ctx, visit, params, files, { form: "reopening", field: "reason", typed: form.reason }),
});

type Said = { form: Refused["form"]; field: "information" | "reason"; typed: string };

/** What the holder of a link says, with photos: taken in whole, or shown again with what is wrong. */
async function say(ctx: Context, visit: Visit, link: Link, uploads: readonly Upload[], said: Said): Promise<Answer> {
	const tracked = await opened(ctx, link);
	const speaker = speaking(ctx, tracked);
	const { form, field, typed } = said;
	const shownAgain = (refused: Refused) =>
		trackPage(ctx, visit, link, tracked, { typed: { information: "", reason: "", [field]: typed }, refused });
	const taken = await takePhotos(speaker, { files: uploads, address: visit.address }, mostPhotos);
	if (isRefusal(taken)) return shownAgain({ form, field: "photos", says: taken.details });
	const outcome =
		form === "information"
			? await addInformation(speaker, tracked.reference, { text: typed, files: taken })
			: await sayNotFixed(speaker, tracked.reference, typed, taken);
	if (isRefusal(outcome)) return shownAgain({ form, field, says: trackRefusals[outcome.code] });
	const done = form === "information" ? "added" : "reopened";
	return redirect(`/track/${link.reference}/${link.key}?done=${done}`);
}

/** The link says who they are. */
export function speaking(ctx: Context, { viewer }: Tracked): Context {
	return {
		...ctx,
		actor: { ...visitor, id: viewer.customerId, name: viewer.as === "customer" ? "Customer" : "Follower" },
	};
}

export const stoppingRoute = route({
	site: "public",
	method: "POST",
	path: "/track/:reference/:key/stopping",
	may: "anyone",
	limit: "submission",
	params,
	async handle(ctx, { params }) {
		const tracked = await opened(ctx, params);
		const { as, customerId } = tracked.viewer;
		if (as !== "follower" || customerId === null) throw new NotFound();
		await stopFollowing(speaking(ctx, tracked), tracked.reference, customerId);
		return redirect("/track/stopped");
	},
});

const photo = params.extend({ file: z.string().max(60) });
export const trackPhotoRoute = photoRouteOf("/track/:reference/:key/photos/:file", "whole");
export const trackThumbnailRoute = photoRouteOf("/track/:reference/:key/photos/:file/thumbnail", "thumbnail");

function photoRouteOf(path: string, size: "whole" | "thumbnail") {
	return route({
		site: "public",
		method: "GET",
		path,
		may: "anyone",
		params: photo,
		async handle(ctx, { params }) {
			const tracked = await opened(ctx, params);
			const [file] = isOwnPhoto(tracked, params.file) ? await filesById(ctx.house.db, [params.file]) : [];
			const stream = file && (await openFile(ctx.house, file, size));
			if (!file || !stream) throw new NotFound();
			return body(file.mediaType, stream, 200, { ...servingHeaders(file), "cache-control": "private, no-store" });
		},
	});
}

/** People see the photos that they sent, and no one else's. */
function isOwnPhoto({ photos, entries, viewer }: Tracked, id: string): boolean {
	const entryId = isId(id) ? photos.find((one) => one.id === id)?.entryId : undefined;
	const entry = entries.find((one) => one.id === entryId);
	if (!entry) return false;
	if (entry.kind === "received") return viewer.as === "customer";
	return entry.actorKind === "customer" && entry.actorId === viewer.customerId;
}
