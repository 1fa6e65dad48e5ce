import { acceptAttribute, photos as photoKinds } from "../../../platform/files/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { addDays, dateInWords, londonDate } from "../../../platform/time/index.ts";
import { outcomeOf, publicStageWords, type Service, stageInWords, stageOf } from "../../services/index.ts";
import { askedFor } from "../asking/asking.ts";
import type { Entry } from "../queries/history.ts";
import type { Tracked } from "../queries/track.ts";
import { type Explained, explainDue } from "../rules/explain.ts";
import type { ClockRun } from "../rules/clocks.ts";
import { reopenings, reopenTo } from "../rules/moves.ts";
import { clockOfRun } from "../rules/filled.ts";
import { byWhen, runState } from "../rules/promise.ts";
import { stagesReached } from "../rules/reached.ts";
import type { Refused, SentFile, TrackProps, Update } from "./track.views.ts";

export const mostPhotos = 5;

export type Shown = {
	tracked: Tracked;
	service: Service;
	key: string;
	now: Date;
	csrf: string;
	typed?: { information: string; reason: string };
	refused?: Refused | undefined;
	done?: string | undefined;
};

export function trackProps(shown: Shown): TrackProps {
	const { tracked, service, key, now } = shown;
	const path = `/track/${tracked.reference}/${key}`;
	const stage = stageOf(service, tracked.stage);
	const owner = tracked.viewer.as === "customer";
	const photosOf = (entryId: string) =>
		tracked.photos
			.filter((photo) => photo.entryId === entryId)
			.map(({ id, name }) => ({ href: `${path}/photos/${id}`, name }));
	const received = tracked.entries.find((entry) => entry.kind === "received");
	return {
		path,
		csrf: shown.csrf,
		serviceName: service.definition.name,
		reference: tracked.reference,
		summary: tracked.summary,
		stages: stagesReached(comings(tracked, service)),
		now: stage?.words ?? null,
		outcome: tracked.outcome === null ? null : (outcomeOf(service, tracked.outcome)?.words ?? null),
		promise: promisesOf(tracked, service, now),
		next: nextOf(tracked, service),
		updates: updatesOf(tracked, service, photosOf),
		questions: questionsOf(tracked, service, path),
		said: owner ? { text: tracked.description, photos: received ? photosOf(received.id) : [] } : null,
		mayAdd: tracked.closedAt === null,
		reopen: reopenOf(tracked, service, now),
		follows: !owner,
		typed: shown.typed ?? { information: "", reason: "" },
		refused: shown.refused,
		done: shown.done,
		acceptPhotos: acceptAttribute(photoKinds),
		mostPhotos,
	};
}

/** What the customer is being asked now. */
function questionsOf({ askings, closedAt }: Tracked, service: Service, path: string): TrackProps["questions"] {
	if (closedAt !== null) return [];
	return askings
		.filter(({ state }) => state === "open")
		.map((asking) => ({
			say: askedFor(service, asking).say,
			questions: [...askedFor(service, asking).form.questions.values()].map(({ ask }) => ask),
			by: byWhen(asking.until),
			begun: Object.keys(asking.held).length > 0,
			href: `${path}/questions/${asking.id}`,
		}));
}

function comings(tracked: Tracked, service: Service) {
	return tracked.entries.flatMap(({ toStage, at }) => {
		const stage = toStage === null ? undefined : stageOf(service, toStage);
		return stage ? [{ stage: stage.public, at }] : [];
	});
}

const stateWords = {
	kept: "We kept this promise.",
	missed: "We are sorry: we did not keep this promise in time.",
	running: null,
	"running-out": null,
	overdue: "We are sorry: this is late.",
	paused: "The time does not run while we wait.",
	restarted: null,
} as const;

function promisesOf(tracked: Tracked, service: Service, now: Date): TrackProps["promise"] {
	const latest = new Map(tracked.clocks.map((run) => [run.clock, run]));
	return [...latest.values()].map((run) => ({
		words: run.words,
		due: run.pausedAt === null ? byWhen(run.dueAt) : null,
		state:
			stateWords[runState(run, now)] ?? (isLonger(run) ? "This is longer than we first said, as we told you." : null),
		how: explainedTo(
			tracked.viewer.as,
			explainDue(run, clockOfRun(service, { ...tracked, happened: tracked.entries }, run), now),
		),
	}));
}

function isLonger(run: ClockRun): boolean {
	return run.stoppedAt === null && run.changes.some((change) => change.kind === "extended");
}

/** Why a promise was made longer was written to the customer alone. */
function explainedTo(viewer: Tracked["viewer"]["as"], how: Explained): Explained {
	return viewer === "customer" ? how : { ...how, happened: [] };
}

function nextOf({ publicStage }: Tracked, service: Service): string[] {
	switch (publicStage) {
		case "received":
			return service.definition.next;
		case "forwarded":
			return ["The team looks at it and decides what to do. We tell you when that is planned."];
		case "planned":
			return ["We do the work and tell you when it is done."];
		case "acted-on":
			return ["We check that it is put right, and then we close it. If it is not put right, tell us."];
		case "closed":
			return [];
	}
}

function reopenOf(tracked: Tracked, service: Service, now: Date): TrackProps["reopen"] {
	if (isRefusal(reopenTo(service, { ...tracked, workedBy: new Map() }, now, reopenings(tracked.entries)))) return null;
	const { within, words } = service.definition.reopens;
	if (tracked.closedAt === null) return { by: null, words };
	return { by: dateInWords(addDays(londonDate(tracked.closedAt), within)), words };
}

/** What happened, the latest first: what the council did, and what this person said; never what others said. */
function updatesOf(tracked: Tracked, service: Service, photosOf: (entryId: string) => SentFile[]): Update[] {
	const owner = tracked.viewer.as === "customer";
	const update = (entry: Entry): Update[] => {
		const said = entry.actorKind === "customer" && entry.actorId === tracked.viewer.customerId && entry.note !== null;
		const mine = said ? { paragraphs: [entry.note ?? ""], photos: photosOf(entry.id) } : { paragraphs: [], photos: [] };
		const words = owner && entry.words !== null ? [entry.words] : [];
		const stage = entry.toStage === null ? undefined : stageOf(service, entry.toStage);
		switch (entry.kind) {
			case "received":
				return [{ title: publicStageWords.received, at: entry.at, paragraphs: [], photos: [] }];
			case "moved":
				return stage ? [{ title: stageInWords(stage), at: entry.at, paragraphs: words, photos: [] }] : [];
			case "extended":
				return owner ? [{ title: "We need more time", at: entry.at, paragraphs: words, photos: [] }] : [];
			case "closed": {
				const outcome = outcomeOf(service, entry.outcome ?? "");
				const ended = outcome ? [outcome.words, ...words] : words;
				return [{ title: publicStageWords.closed, at: entry.at, paragraphs: ended, photos: [] }];
			}
			case "reopened":
				return [{ title: said ? "You told us that it is not fixed" : "Opened again", at: entry.at, ...mine }];
			case "added":
				return said || mine.photos.length > 0 ? [{ title: "You told us more", at: entry.at, ...mine }] : [];
			case "asked":
				return owner ? [{ title: "We asked you a question", at: entry.at, paragraphs: words, photos: [] }] : [];
			case "answered": {
				const title =
					said || entry.actorKind === "customer" ? "You answered our question" : "We wrote down your answer";
				return owner ? [{ title, at: entry.at, ...mine }] : [];
			}
			case "unanswered":
				return owner
					? [{ title: "We did not have your answer in time", at: entry.at, paragraphs: words, photos: [] }]
					: [];
			case "no-longer-asked":
				return owner ? [{ title: "We took back our question", at: entry.at, paragraphs: words, photos: [] }] : [];
			default:
				return [];
		}
	};
	return tracked.entries.flatMap(update).reverse();
}
