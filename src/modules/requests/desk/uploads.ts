import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Form } from "../../forms/index.ts";
import type { Service } from "../../services/index.ts";
import { askedFor } from "../asking/asking.ts";
import { opinionOf } from "../opinions/opinion.ts";
import type { Entry } from "../queries/history.ts";
import type { Photo, Request } from "../queries/request.ts";
import { mayReadSealed } from "../rules/sealed.ts";
import { sealedUploads } from "../rules/submission.ts";

/** The photos and files that this officer may see, whether they came with the request, with a step, an answer or a reply. */
export function readableUploads(ctx: OfficerContext, request: Request, service: Service): Photo[] {
	if (mayReadSealed(ctx.actor, request)) return request.photos;
	const sealed = [
		sealedUploads(service.form, request.answers),
		...request.entries.map((entry) => {
			const form = entry.answers === null ? undefined : formOf(service, entry);
			return form && entry.answers ? sealedUploads(form, entry.answers) : new Set<string>();
		}),
		...request.askings.map((asking) => sealedUploads(askedFor(service, asking).form, asking.answers ?? {})),
		...request.opinions.flatMap(({ kind, replies }) =>
			replies.map(({ answers }) => sealedUploads(opinionOf(service, kind).form, answers)),
		),
	];
	return request.photos.filter(({ id }) => !sealed.some((ids) => ids.has(id)));
}

/** What an officer was asked with a step. */
export function formOf({ asks }: Service, { kind, toStage, outcome, task }: Entry): Form | undefined {
	if (task !== null) return asks.tasks.get(task);
	return kind === "closed" ? asks.outcomes.get(outcome ?? "") : asks.stages.get(toStage ?? "");
}
