import type { AnswerValue, PhotoAnswer } from "../answer.ts";
import { accept, missing, type QuestionOf, type Reading, reject } from "./reading.ts";

/** Photos are stored as they come, so what counts is what is held, never what the page sends. */
export function readPhotos(question: QuestionOf<"photos">, held: AnswerValue | undefined): Reading {
	const photos = photosIn(held);
	if (photos.length === 0) return missing(question, []);
	if (photos.length > question.most) return reject(question, [], tooMany(question.most));
	return accept([], photos);
}

export function tooMany(most: number): string {
	return `You can add up to ${most} photo${most === 1 ? "" : "s"}`;
}

/** The photos of an answer; none when it is an answer of another kind. */
export function photosIn(value: AnswerValue | undefined): PhotoAnswer[] {
	if (!Array.isArray(value)) return [];
	const photos: PhotoAnswer[] = [];
	for (const one of value) if (typeof one !== "string") photos.push(one);
	return photos;
}
