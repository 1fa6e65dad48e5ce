import { csrfField } from "../html/csrf.ts";
import { button, pagination } from "../html/govuk/index.ts";
import { type Html, html, nothing } from "../html/html.ts";
import { stackedTable } from "../html/stacked-table.ts";
import type { Page } from "../http/answer.ts";
import { page } from "../http/answer.ts";
import { dateTimeInWords } from "../time/index.ts";
import type { DeadLetter, DeadLetterPage } from "./queries.ts";

export type DeadLettersProps = DeadLetterPage & { total: number; mayRetry: boolean; token: string };

export function deadLettersPage(props: DeadLettersProps): Page {
	const title = "Work that failed";
	return page({
		title,
		current: "jobs",
		main: html`<h1 class="govuk-heading-l">${title}</h1>
			<p class="govuk-body">Messages and other work that Front Door tried many times and could not do. Mend the cause first, then try again.</p>
			${props.total === 0 ? html`<p class="govuk-body">Nothing has failed.</p>` : letters(props)}`,
	});
}

function letters(props: DeadLettersProps): Html {
	const heads = ["What", "Why", "Last tried", "Tries"];
	return html`${stackedTable({
		caption: `${props.total} in all`,
		captionClasses: "govuk-table__caption--s",
		heads: props.mayRetry ? [...heads, { hidden: "Try again" }] : heads,
		rows: props.letters.map((letter) => [
			{ text: letter.task },
			{ text: letter.why ?? "The worker stopped in the middle of it." },
			{ text: dateTimeInWords(letter.failedAt) },
			{ text: String(letter.attempts) },
			...(props.mayRetry ? [{ html: retryForm(letter, props.token) }] : []),
		]),
	})}${props.next === undefined ? nothing : pagination({ next: { href: `/desk/admin/jobs?before=${props.next}`, text: "Older" } })}`;
}

function retryForm(letter: DeadLetter, token: string): Html {
	return html`<form method="post" action="/desk/admin/jobs/${letter.id}/retry">${csrfField(token)}${button({
		html: html`Try again<span class="govuk-visually-hidden">: ${letter.task}, number ${letter.id}</span>`,
		classes: "govuk-button--secondary govuk-!-margin-bottom-0",
		preventDoubleClick: true,
	})}</form>`;
}
