import { notificationBanner } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { answerInWords, type Draft, type PageOfQuestions } from "../../../modules/forms/index.ts";

/** What an answer is now, and who said it, when that was an officer. */
export type Meanwhile = { question: string; answer: string; officer: string | undefined };

export function meanwhileOn(page: PageOfQuestions, { answers, sources }: Draft): Meanwhile[] {
	return page.questions.map((question) => {
		const said = sources[question.id];
		const officer = said && "who" in said && said.who === "officer" ? said.name : undefined;
		return {
			question: question.called ?? question.ask,
			answer: answerInWords(question, answers[question.id]) || "No answer",
			officer,
		};
	});
}

/** Nobody's answer is lost without a word: who comes second sees the first's, and decides. */
export function meanwhileView(lines: readonly Meanwhile[]): Html {
	const officer = lines.find((line) => line.officer !== undefined)?.officer;
	return notificationBanner({
		titleText: "This page was changed",
		role: "alert",
		html: html`<p class="govuk-notification-banner__heading">${officer ?? "Somebody"} answered this page on another device while you had it open.</p>
		<p class="govuk-body">It now says:</p>
		<ul class="govuk-list govuk-list--bullet">${lines.map(({ question, answer }) => html`<li>${question}: <strong>${answer}</strong></li>`)}</ul>
		<p class="govuk-body">What you typed stands below and is not kept yet. Select “Continue” to put it in place of what is there now, or change it first.</p>`,
	});
}
