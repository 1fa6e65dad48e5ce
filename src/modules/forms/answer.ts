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
	/** The number of the thing that stands there. */
	asset: z.string().exactOptional(),
	/** The register of assets has no such number, and the customer said it is right. */
	assetUnknown: z.literal(true).exactOptional(),
});
export type PlaceAnswer = z.infer<typeof placeAnswer>;

const addressAnswer = z.object({
	lines: z.array(z.string()),
	town: z.string(),
	postcode: z.string(),
	/** Its number in the register of addresses; one that was typed by hand has none. */
	uprn: z.string().exactOptional(),
	/** Where the register says it is. */
	latitude: z.number().exactOptional(),
	longitude: z.number().exactOptional(),
	/** Ward code, worked out from the point. */
	ward: z.string().exactOptional(),
});
export type AddressAnswer = z.infer<typeof addressAnswer>;

/** Sort code of six digits, account number of eight. */
const bankAnswer = z.object({
	name: z.string(),
	sortCode: z.string(),
	accountNumber: z.string(),
	roll: z.string().exactOptional(),
	/** The numbers did not fit each other by the banks' own sums, and the customer said they are right. */
	unsure: z.literal(true).exactOptional(),
});
export type BankAnswer = z.infer<typeof bankAnswer>;

/** A photo or a document. */
const fileAnswer = z.object({ fileId: z.string(), name: z.string() });
export type FileAnswer = z.infer<typeof fileAnswer>;

/** A place comes after what it could be taken for, since it may hold anything or nothing; so does an item of a group. */
const one = z.union([z.string(), z.number(), z.array(z.string()), z.array(fileAnswer), bankAnswer, addressAnswer]);
type One = z.infer<typeof one>;

export type AnswerValue = One | PlaceAnswer | GroupAnswer;

/** Answers by question id. A question that was skipped is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The answers of each item of a group. */
export type GroupAnswer = Answers[];

const answerValue: z.ZodType<AnswerValue> = z.lazy(() =>
	z.union([one, z.array(z.record(z.string(), answerValue)), placeAnswer]),
);

const answersShape = z.record(z.string(), answerValue);

/** Answers as the database gives them back. Throws when they were never answers. */
export function storedAnswers(value: unknown): Answers {
	return answersShape.parse(value);
}

export function isAddress(value: AnswerValue | undefined): value is AddressAnswer {
	return typeof value === "object" && !Array.isArray(value) && "lines" in value;
}

export function isBank(value: AnswerValue | undefined): value is BankAnswer {
	return typeof value === "object" && !Array.isArray(value) && "sortCode" in value;
}

export function isPlace(value: AnswerValue | undefined): value is PlaceAnswer {
	return typeof value === "object" && !Array.isArray(value) && !isAddress(value) && !isBank(value);
}

/** The photos and documents of an answer; none when it is an answer of another kind. */
export function filesOf(value: AnswerValue | undefined): FileAnswer[] {
	return listOf(value).flatMap((item) => (isFile(item) ? [item] : []));
}

/** Every file of every answer, those of a group's items too. */
export function filesIn(answers: Answers): FileAnswer[] {
	return Object.values(answers).flatMap((value) => [...filesOf(value), ...itemsOf(value).flatMap(filesIn)]);
}

/** The words chosen from a list. */
export function textsOf(value: AnswerValue | undefined): string[] {
	return listOf(value).flatMap((item) => (typeof item === "string" ? [item] : []));
}

/** The items of a group; none when it is an answer of another kind. */
export function itemsOf(value: AnswerValue | undefined): Answers[] {
	return listOf(value).flatMap((item) => (typeof item === "string" || isFile(item) ? [] : [item]));
}

type Item = string | FileAnswer | Answers;

function listOf(value: AnswerValue | undefined): readonly Item[] {
	return Array.isArray(value) ? value : [];
}

function isFile(item: Item): item is FileAnswer {
	return typeof item === "object" && typeof item["fileId"] === "string" && typeof item["name"] === "string";
}
