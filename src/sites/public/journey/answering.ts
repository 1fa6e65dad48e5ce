/** Answers for tests that walk any form: what a customer in a hurry would type. */
import type { Council } from "../../../platform/council/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import type { Question } from "../../../modules/forms/index.ts";

/** The fields that answer a question, as a form posts them. Photos are left out; the page must not need them. */
export function fieldsFor(question: Question, council: Council): [string, string][] {
	const { id } = question;
	switch (question.kind) {
		case "text":
		case "long-text":
			return [[id, "Jo & <b>more".slice(0, question.most)]];
		case "name":
			return [[id, "Sam O’Neil"]];
		case "email":
			return [[id, "sam@example.com"]];
		case "phone":
			return [[id, "07700 900982"]];
		case "yes-no":
			return [[id, "no"]];
		case "choice":
			return [[id, question.options.at(-1)?.value ?? ""]];
		case "choices":
			return [[id, question.options[0]?.value ?? ""]];
		case "date": {
			const [year = "", month = "", day = ""] = londonDate(new Date()).split("-");
			return [
				[`${id}[day]`, day],
				[`${id}[month]`, month],
				[`${id}[year]`, year],
			];
		}
		case "number":
			return [[id, String(question.least ?? 1)]];
		case "address":
			return [
				[`${id}[line1]`, "1 High Street"],
				[`${id}[town]`, "Exton"],
				[`${id}[postcode]`, "AB1 2AB"],
			];
		case "place":
			return [
				[`${id}[latitude]`, String(council.map.latitude)],
				[`${id}[longitude]`, String(council.map.longitude)],
				[`${id}[street]`, "High Street"],
			];
		case "photos":
			return [];
	}
}
