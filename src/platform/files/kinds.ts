/** What may be uploaded, by what its bytes say. HTML and SVG are not here and never will be: a browser would run them. */

export const kinds = {
	jpeg: { mediaType: "image/jpeg", extension: "jpg", image: true },
	png: { mediaType: "image/png", extension: "png", image: true },
	webp: { mediaType: "image/webp", extension: "webp", image: true },
	pdf: { mediaType: "application/pdf", extension: "pdf", image: false },
	text: { mediaType: "text/plain", extension: "txt", image: false },
	docx: {
		mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		extension: "docx",
		image: false,
	},
	xlsx: {
		mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		extension: "xlsx",
		image: false,
	},
	odt: { mediaType: "application/vnd.oasis.opendocument.text", extension: "odt", image: false },
} as const;

export type FileKind = keyof typeof kinds;

/** What a question for photos accepts. Phones send JPEG when the field asks for it, also those that keep HEIC. */
export const photos: readonly FileKind[] = ["jpeg", "png", "webp"];

/** What a question for evidence accepts. */
export const photosAndDocuments: readonly FileKind[] = [...photos, "pdf", "text", "docx", "xlsx", "odt"];

/** Whether a stored file is a picture, by the ending that was put on it when it was taken in. */
export function isPicture(name: string): boolean {
	return photos.some((kind) => name.endsWith(`.${kinds[kind].extension}`));
}

/** The value of a file field's `accept`: media types and extensions, since some phones look at one and some at the other. */
export function acceptAttribute(accept: readonly FileKind[]): string {
	return accept.flatMap((kind) => [kinds[kind].mediaType, `.${kinds[kind].extension}`]).join(",");
}
