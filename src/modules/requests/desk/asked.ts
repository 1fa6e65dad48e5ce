/** What the address of the queue asks for. A link or a hand at the address bar that got something wrong shows more, never an error. */
import { validate as isId } from "uuid";
import { z } from "zod";
import type { OfficerActor } from "../../../platform/context/index.ts";
import { type PublicStage, publicStages } from "../../services/index.ts";
import type { From, QueueFilter, QueueState } from "../queries/queue.ts";
import { readCursor } from "../../../platform/thread/index.ts";
import { sought } from "../rules/search.ts";

const word = z.string().trim().max(100).catch("");

export const askedShape = z.object({
	q: z.string().trim().max(300).catch(""),
	state: z.enum(["", "open", "closed", "any"]).catch(""),
	/** A team's id, or `mine` for all teams of the officer. */
	team: word,
	/** An officer's id, `me`, or `nobody`. */
	officer: word,
	stage: z.enum(["", ...publicStages]).catch(""),
	service: word,
	ward: word,
	due: z.enum(["", "overdue", "running-out"]).catch(""),
	urgent: z.enum(["", "yes"]).catch(""),
	after: word,
	before: word,
});
export type Asked = z.infer<typeof askedShape>;

export const nothingAsked: Asked = askedShape.parse({});

/** The address of the queue that asks for this. */
export function queueAddress(asked: Partial<Asked>): string {
	const given = Object.entries(asked).filter(([, value]) => value !== "");
	return given.length === 0 ? "/desk/requests" : `/desk/requests?${new URLSearchParams(given)}`;
}

/** A search looks through all requests, unless it says which; without one the queue is of open requests. */
function stateOf(asked: Asked): QueueState {
	if (asked.state !== "") return asked.state;
	return asked.q === "" ? "open" : "any";
}

export function filterOf(asked: Asked, officer: OfficerActor, prefix: string): QueueFilter {
	const { team, stage, service, ward, due, urgent } = asked;
	const search = sought(asked.q, prefix);
	const owner = ownerOf(asked.officer, officer);
	const state = stateOf(asked);
	return {
		state,
		...(team === "" ? {} : { teams: team === "mine" ? officer.teams : [team] }),
		...(owner === undefined ? {} : { officer: owner }),
		...(isStage(stage) ? { stage } : {}),
		...(service === "" ? {} : { service }),
		...(ward === "" ? {} : { ward }),
		// Nothing that is closed is due any more.
		...(due === "" || state === "closed" ? {} : { promise: due }),
		...(urgent === "yes" ? { urgent: true } : {}),
		...(search ? { sought: search } : {}),
	};
}

function isStage(stage: Asked["stage"]): stage is PublicStage {
	return stage !== "";
}

function ownerOf(asked: string, officer: OfficerActor): string | null | undefined {
	if (asked === "me") return officer.id;
	if (asked === "nobody") return null;
	return isId(asked) ? asked : undefined;
}

export function fromOf({ after, before }: Asked): From {
	const [next, last] = [readCursor(after), readCursor(before)];
	if (next) return { after: next };
	return last ? { before: last } : undefined;
}
