/** An answer as it is kept: what the customer said, checked and tidied. */
export type PlaceAnswer = {
	latitude?: number;
	longitude?: number;
	/** Ward code, worked out from the point. */
	ward?: string;
	postcode?: string;
	street?: string;
	description?: string;
};

export type AddressAnswer = { lines: string[]; town: string; postcode: string; uprn?: string };

export type PhotoAnswer = { fileId: string; name: string };

export type AnswerValue = string | number | string[] | PlaceAnswer | AddressAnswer | PhotoAnswer[];

/** Answers by question id. A question that was skipped is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;
