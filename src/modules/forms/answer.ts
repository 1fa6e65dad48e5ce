import { z } from "zod";

/** Answers as they are kept: what the customer said, checked and tidied. */
const placeAnswer = z.object({
	latitude: z.number().exactOptional(),
	longitude: z.number().exactOptional(),
	/** Ward code, worked out from the point. */
	ward: z.string().exactOptional(),
	postcode: z.string().exactOptional(),
	street: z.string().exactOptional(),
	description: z.string().exactOptional(),
});
export type PlaceAnswer = z.infer<typeof placeAnswer>;

const addressAnswer = z.object({
	lines: z.array(z.string()),
	town: z.string(),
	postcode: z.string(),
	uprn: z.string().exactOptional(),
});
export type AddressAnswer = z.infer<typeof addressAnswer>;

const photoAnswer = z.object({ fileId: z.string(), name: z.string() });
export type PhotoAnswer = z.infer<typeof photoAnswer>;

const answerValue = z.union([
	z.string(),
	z.number(),
	z.array(z.string()),
	z.array(photoAnswer),
	addressAnswer,
	placeAnswer,
]);
export type AnswerValue = z.infer<typeof answerValue>;

/** Answers by question id. A question that was skipped is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;

const answersShape = z.record(z.string(), answerValue);

/** Answers as the database gives them back. Throws when they were never answers. */
export function storedAnswers(value: unknown): Answers {
	return answersShape.parse(value);
}
