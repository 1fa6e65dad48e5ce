import type { Customer } from "../../customers/index.ts";
import { clockIn } from "../rules/filled.ts";
import { type Service, stageInWords } from "../../services/index.ts";
import type { Named } from "./named.ts";
import type { Request } from "../queries/request.ts";
import { extensionsOf } from "../rules/extensions.ts";
import { movesFor, outcomesFor } from "../rules/moves.ts";
import { byWhen } from "../rules/promise.ts";
import type { FormProps, Typed, Wrong } from "./forms.views.ts";

export const nothingTyped: Typed = {
	to: "",
	message: "",
	note: "",
	reason: "",
	outcome: "",
	officer: "",
	team: "",
	asked: "",
	extension: "",
	longer: "",
};

export function formProps(props: {
	request: Request;
	service: Service;
	people: { teams: readonly Named[]; officers: readonly Named[] };
	customer: Customer | undefined;
	roles: readonly string[];
	csrf: string;
	chosen?: FormProps["chosen"];
	now: Date;
	typed?: Typed;
	wrong?: Wrong;
}): FormProps {
	const { request, service, people, roles } = props;
	return {
		reference: request.reference,
		revision: request.revision,
		csrf: props.csrf,
		typed: props.typed ?? nothingTyped,
		wrong: props.wrong,
		chosen: props.chosen,
		moves: movesFor(service, request.stage, roles).map((stage) => ({
			id: stage.id,
			name: stage.name,
			words: stageInWords(stage),
			asks: stage.asks.length,
		})),
		outcomes: outcomesFor(service, request.stage, roles).map((outcome) => ({
			id: outcome.id,
			name: outcome.name,
			words: outcome.words,
			needsMessage: outcome["needs-message"],
			asks: outcome.asks.length,
		})),
		extensions: extensionsOf(
			request.clocks,
			clockIn(service, { ...request, happened: request.entries }),
			props.now,
		).map(({ id, run, rule, span }) => ({
			id,
			name: rule.name,
			hint: `At most ${span} more. It is due by ${byWhen(run.dueAt)} now. ${rule.law}`,
		})),
		teams: people.teams.filter(({ id }) => id !== request.teamId),
		officers: people.officers,
		reaches: reachesWhom(props.customer),
	};
}

export function reachesWhom(customer: Customer | undefined): string | null {
	if (!customer || (customer.email === null && customer.phone === null)) return null;
	const how =
		customer.email !== null && customer.emailBouncedAt === null ? "email" : customer.phone === null ? null : "text";
	return how === null ? null : `Sent to them by ${how}, and shown on their track page.`;
}
