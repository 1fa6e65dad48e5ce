import type { OfficerContext } from "../../../platform/context/index.ts";
import { dueAfter, type Service } from "../../services/index.ts";
import type { Request } from "../queries/request.ts";
import { knownBy } from "../rules/filled.ts";
import { byWhen } from "../rules/promise.ts";
import type { AskedCard } from "../sheet/cards.views.ts";
import { mayGoOn } from "./rules.ts";

type Told = Pick<Request, "stage" | "closedAt" | "answers" | "entries">;

/** What will happen by itself if the request stays where it is, the next first; nothing once it stopped, or was closed. */
export function coming(service: Service, request: Told, now: Date): { because: string; at: Date }[] {
	const { stage, closedAt, answers, entries } = request;
	const came = entries.findLast(({ toStage }) => toStage !== null);
	if (!came || closedAt !== null || mayGoOn(entries) === "stopped") return [];
	return service.automation
		.flatMap(({ automation: { on, after, because }, applies }) =>
			on === stage && after !== undefined && applies(knownBy(answers, entries))
				? [{ because, at: dueAfter(came.at, after) }]
				: [],
		)
		.filter(({ at }) => at > now)
		.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** The same on the page of a request. */
export function comingCards({ now }: OfficerContext, request: Request, service: Service): AskedCard[] {
	return coming(service, request, now).map(({ because, at }) => ({
		title: because,
		rows: [{ name: "If it is still here", value: byWhen(at) }],
		links: [],
	}));
}
