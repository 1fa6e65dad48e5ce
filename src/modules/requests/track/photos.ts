import type { Context } from "../../../platform/context/index.ts";
import { type FileLimits, type FileRefusal, photos, registerUpload } from "../../../platform/files/index.ts";
import { isRefusal, type Refusal, refuse } from "../../../platform/refusal/index.ts";
import { budgetOf, type Sent, tooMuchToday } from "../sheet/files.ts";

export const photoLimits: FileLimits = { maxBytes: 15 * 1024 * 1024, accept: photos };

const words: Readonly<Record<FileRefusal, string>> = {
	"too-big": "is larger than 15 MB. Choose a smaller photo",
	empty: "is empty. Choose another photo",
	"type-not-allowed": "is not a photo we can take. Choose a JPEG, PNG or WebP",
	"not-readable": "cannot be opened. Choose another photo",
	"virus-found": "has a virus. Choose another photo",
	"scanner-away": "could not be checked just now. Try again in a few minutes",
};

/** The ids of the photos, taken in; refused, with words, when one of them cannot be. A field left empty sends none. */
export async function takePhotos(ctx: Context, from: Sent, most: number): Promise<string[] | Refusal<"photo", string>> {
	const sent = from.files.filter((upload) => upload.field === "photos" && (upload.bytes > 0 || upload.name !== ""));
	if (sent.length > most) return refuse("photo", `Choose at most ${most} photos`);
	const taken: string[] = [];
	const { budget, ...by } = await budgetOf(ctx, { ...from, files: sent });
	let left = budget;
	for (const upload of sent) {
		const name = upload.name.slice(0, 60) || "A photo";
		if (upload.tooBig) return refuse("photo", `${name} ${words["too-big"]}`);
		if (upload.bytes > left) return refuse("photo", `${name} ${tooMuchToday}`);
		left -= upload.bytes;
		const file = await registerUpload(ctx, upload, { ...photoLimits, ...by });
		if (isRefusal(file)) return refuse("photo", `${name} ${words[file.code]}`);
		taken.push(file.id);
	}
	return taken;
}
