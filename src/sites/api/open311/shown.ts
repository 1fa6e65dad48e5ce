import type { House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { answerInWords, storedAnswers } from "../../../modules/forms/index.ts";
import type { PublicRequest, PublicUpdate } from "../../../modules/requests/index.ts";
import {
	outcomeOf,
	type Service,
	serviceVersion,
	stageInWords,
	stageOf,
	wireStatusOf,
} from "../../../modules/services/index.ts";
import { attributeQuestions } from "./attributes.ts";
import { codeOf } from "./catalogue.ts";
import type { Value } from "./format.ts";
import { dateTime } from "./time.ts";

/** A public request as anyone may read it: never who made it, and never in their own words. */
export async function shownRequest(house: House, request: PublicRequest, extensions: boolean): Promise<Value> {
	const service = await serviceVersion(house, request.serviceId, request.serviceVersion);
	const shown = {
		service_request_id: request.reference,
		status: request.closedAt === null ? "open" : "closed",
		status_notes: wordsOf(service, request),
		service_name: service.definition.name,
		service_code: codeOf(service),
		description: request.summary,
		agency_responsible: councilPart.of(house).name,
		service_notice: null,
		requested_datetime: dateTime(request.receivedAt),
		updated_datetime: dateTime(request.closedAt ?? request.changedAt),
		expected_datetime: request.dueAt && dateTime(request.dueAt),
		address: streetOf(service, request),
		address_id: request.uprn,
		zipcode: request.postcode,
		lat: request.latitude,
		long: request.longitude,
		media_url: null,
	};
	return extensions ? { ...shown, ...extended(service, request) } : shown;
}

/** The street alone: how people describe a place in their own words says at times whose home it is, or who they are. */
function streetOf(service: Service, request: PublicRequest): string | null {
	const { place } = service.definition.register;
	const answer = place === undefined ? undefined : storedAnswers(request.answers)[place];
	return typeof answer === "object" && "street" in answer ? (answer.street ?? null) : null;
}

/** Only what was chosen from a list: free text may say who someone is. */
function extended(service: Service, request: PublicRequest): Record<string, Value> {
	const chosen = attributeQuestions(service).filter(
		({ kind, sealed }) =>
			!sealed && (kind === "choice" || kind === "choices" || kind === "select" || kind === "yes-no"),
	);
	const answers = storedAnswers(request.answers);
	return {
		extended_attributes: { detailed_status: wireStatusOf(service, request.stage, request.outcome) },
		attributes: chosen.flatMap((question) => {
			const value = answers[question.id];
			return value === undefined
				? []
				: [{ code: question.id, description: question.ask, value: answerInWords(question, value) }];
		}),
	};
}

export async function shownUpdate(house: House, update: PublicUpdate): Promise<Value> {
	const service = await serviceVersion(house, update.serviceId, update.serviceVersion);
	return {
		update_id: update.id,
		service_request_id: update.reference,
		status: wireStatusOf(service, update.stage, update.outcome),
		updated_datetime: dateTime(update.at),
		description: wordsOf(service, update),
		media_url: null,
	};
}

function wordsOf(service: Service, at: { stage: string; outcome: string | null }): string {
	const outcome = at.outcome === null ? undefined : outcomeOf(service, at.outcome);
	const stage = stageOf(service, at.stage);
	return outcome?.words ?? (stage ? stageInWords(stage) : "");
}
