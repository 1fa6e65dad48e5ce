import { v7 as newId } from "uuid";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, type Visit } from "../../../platform/http/index.ts";
import { timeInWords } from "../../../platform/time/index.ts";
import { type Answers, answerInWords, type Problem, removedInWords, script } from "../../../modules/forms/index.ts";
import { clocksStartedBy, firstStage } from "../../../modules/services/index.ts";
import { mapFor, termsOf } from "../../public/journey/shared.ts";
import { type Advice, adviceOn } from "./advice.ts";
import { chooserAt, mineAt, scriptAt, scriptOf } from "./addresses.ts";
import { isOwn } from "./offered.ts";
import type { Spoken } from "./posted.ts";
import { filesOn, type Screen } from "./screen.ts";
import { scriptMain } from "./script.views.ts";

type Wanted = {
	by: Spoken;
	/** Whose details are filled in. */
	customer?: string | undefined;
	/** What is wrong; found again when left out. */
	problems?: readonly Problem[];
	/** What somebody else has put there since. */
	theirs?: Answers | undefined;
	advice?: Advice;
};

/** The screen as an answer to the browser. */
export async function showScreen(ctx: OfficerContext, visit: Visit, screen: Screen, wanted: Wanted): Promise<Answer> {
	const { service, draft, read } = screen;
	const { definition, form } = service;
	const { problems = [] } = wanted;
	const action = draft ? scriptAt(service.id, draft.id) : scriptOf(service.id);
	const advice = wanted.advice ?? (await adviceOn(ctx, screen));
	const own = isOwn(service);
	return page({
		status: problems.length > 0 ? 422 : 200,
		title: `${definition.name} - ${own ? "For staff" : "Phone script"}`,
		wrong: problems.length > 0,
		before: backLink({ text: own ? "For staff" : "Another service", href: own ? mineAt : chooserAt }),
		current: own ? "mine" : "forms",
		wide: true,
		scripts: ["script", ...([...form.questions.values()].some(({ kind }) => kind === "place") ? ["map"] : [])],
		main: scriptMain({
			definition,
			own,
			action,
			csrf: csrfField(visit.csrf()),
			// Shown to somebody whose answers were overtaken, it stays the mark of what they saw: nothing of theirs is kept by itself.
			was: script.markOfAnswers(wanted.theirs ? read.answers : (draft?.answers ?? {})),
			begins: draft ? undefined : newId(),
			customer: wanted.customer,
			by: wanted.by,
			problems,
			questions: script.scriptView({
				read,
				problems,
				terms: { ...termsOf(ctx), form, earlier: read.answers },
				map: mapFor(ctx.house, service),
				files: filesOn(screen, action),
				addresses: screen.offers.addresses,
				assets: screen.offers.assets,
				after: (id) => advice.after.get(id),
			}),
			ends: advice.ends,
			removed: draft ? removedInWords(form, draft.removed) : [],
			theirs: wanted.theirs && differing(screen, wanted.theirs),
			saved: draft && `Kept at ${timeInWords(draft.changedAt)}`,
			promises: clocksStartedBy(service, firstStage(service).id, read.answers, ctx.now),
		}),
	});
}

/** Which answers somebody else has changed, in words, with the mark that lets these take their place. */
function differing({ service, read }: Screen, theirs: Answers) {
	const mark = script.markOfAnswers(theirs);
	const changes = [...service.form.questions.values()].flatMap((question) => {
		const said = answerInWords(question, theirs[question.id]);
		return said === answerInWords(question, read.answers[question.id]) ? [] : [{ ask: question.ask, said }];
	});
	return { mark, changes };
}
