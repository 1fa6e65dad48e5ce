/** What a submission says of a request's place, words and customer, read from its answers by the service's register. */

import { readPostcode } from "../../../platform/formats/index.ts";
import {
	type AddressAnswer,
	type Answers,
	type AnswerValue,
	type FileAnswer,
	filesIn,
	filesOf,
	type Form,
	isAddress,
	isPlace,
	itemsOf,
	type PlaceAnswer,
	type Question,
} from "../../forms/index.ts";
import type { Service } from "../../services/index.ts";

export type Where = {
	latitude: number | null;
	longitude: number | null;
	address: string | null;
	postcode: string | null;
	uprn: string | null;
	/** The number of the thing it is about, such as a lamp post. */
	asset: string | null;
	ward: string | null;
};

const nowhere: Where = {
	latitude: null,
	longitude: null,
	address: null,
	postcode: null,
	uprn: null,
	asset: null,
	ward: null,
};

export function whereOf(service: Service, answers: Answers): Where {
	const value = answerTo(answers, service.definition.register.place);
	if (isAddress(value)) return ofAddress(value);
	return isPlace(value) ? ofPlace(value) : nowhere;
}

export function descriptionOf(service: Service, answers: Answers): string {
	const value = answerTo(answers, service.definition.register.description);
	return typeof value === "string" ? value : "";
}

export function customerIn(service: Service, answers: Answers): { name: string; email: string; phone: string } {
	const { name, email, phone } = service.definition.register;
	const said = (question: string | undefined) => {
		const value = answerTo(answers, question);
		return typeof value === "string" ? value : "";
	};
	return { name: said(name), email: said(email), phone: said(phone) };
}

/** The photos that the register names, then every other file of the answers. */
export function uploadsIn(service: Service, answers: Answers): string[] {
	const named = filesOf(answerTo(answers, service.definition.register.photos));
	return [...new Set([...named, ...filesIn(answers)].map((file) => file.fileId))];
}

/** The uploads that answer sealed questions of a form. */
export function sealedUploads(form: Form, answers: Answers): ReadonlySet<string> {
	const sealed = sealedFiles([...form.questions.values()], answers);
	return new Set(sealed.map((file) => file.fileId));
}

/** A question inside an item may be sealed where its group is not. */
function sealedFiles(questions: readonly Question[], answers: Answers): FileAnswer[] {
	return questions.flatMap((question) => {
		const value = answers[question.id];
		if (value === undefined) return [];
		if (question.sealed) return filesIn({ [question.id]: value });
		return question.kind === "group" ? itemsOf(value).flatMap((item) => sealedFiles(question.questions, item)) : [];
	});
}

function answerTo(answers: Answers, question: string | undefined): AnswerValue | undefined {
	return question === undefined ? undefined : answers[question];
}

function ofAddress({ lines, town, postcode, uprn, latitude, longitude, ward }: AddressAnswer): Where {
	const address = [...lines, town].filter(Boolean).join(", ");
	return {
		...nowhere,
		...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
		address: address || null,
		postcode: readPostcode(postcode) ?? null,
		uprn: uprn ?? null,
		ward: ward ?? null,
	};
}

function ofPlace({ latitude, longitude, ward, postcode, street, description, asset }: PlaceAnswer): Where {
	const hasPoint = latitude !== undefined && longitude !== undefined;
	return {
		...nowhere,
		...(hasPoint ? { latitude, longitude } : {}),
		address: [street, description].filter(Boolean).join(", ") || null,
		postcode: readPostcode(postcode ?? "") ?? null,
		asset: asset ?? null,
		ward: ward ?? null,
	};
}
