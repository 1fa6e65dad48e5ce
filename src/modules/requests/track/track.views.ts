import { isPicture } from "../../../platform/files/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import {
	button,
	details,
	errorSummary,
	fileUpload,
	notificationBanner,
	textarea,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";
import { dateInWords, dateTimeInWords } from "../../../platform/time/index.ts";
import { publicStageWords } from "../../services/index.ts";
import type { Explained } from "../rules/explain.ts";
import type { Reached } from "../rules/reached.ts";
import { mostWritten } from "../rules/written.ts";

/** A photo or a document that this person sent. */
export type SentFile = { href: string; name: string };
export type Update = { title: string; at: Date; paragraphs: string[]; photos: SentFile[] };

/** What someone typed in one of the page's forms, and why it was not taken. */
export type Refused = { field: "information" | "reason" | "photos"; form: "information" | "reopening"; says: string };

export type TrackProps = {
	/** The address of the page, to which its forms are added. */
	path: string;
	csrf: string;
	serviceName: string;
	reference: string;
	summary: string;
	stages: Reached[];
	/** The stage's own words, where they say more than its name. */
	now: string | null;
	outcome: string | null;
	/** `due` null while the time does not run. */
	promise: { words: string; due: string | null; state: string | null; how: Explained }[];
	next: string[];
	updates: Update[];
	/** What they are being asked now, with the address to answer at. */
	questions: { say: string; questions: string[]; by: string; begun: boolean; href: string }[];
	/** Their own words and photos; nothing for a follower. */
	said: { text: string; photos: SentFile[] } | null;
	mayAdd: boolean;
	/** The last day to say that it is not put right. */
	reopen: { by: string | null; words: string } | null;
	follows: boolean;
	typed: { information: string; reason: string };
	refused?: Refused | undefined;
	done?: string | undefined;
	acceptPhotos: string;
	mostPhotos: number;
};

export function trackView(props: TrackProps): Html {
	const { refused, outcome, next } = props;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${refused ? errorSummary({ titleText: "There is a problem", errorList: [{ text: refused.says, href: `#${fieldId(refused)}` }] }) : nothing}
${props.done === undefined ? nothing : notificationBanner({ type: "success", text: props.done })}
<span class="govuk-caption-l">${props.serviceName}</span>
<h1 class="govuk-heading-l">${props.summary}</h1>
<p class="govuk-body">Reference <strong class="fd-nowrap">${props.reference}</strong></p>
${props.questions.map(askedView)}
<h2 class="govuk-heading-m">How it is going</h2>
${stagesView(props)}
${outcome === null ? nothing : html`<p class="govuk-body"><strong>${outcome}</strong></p>`}
${promiseView(props)}
${next.length === 0 ? nothing : html`<h2 class="govuk-heading-m">What happens next</h2>${next.map((line) => html`<p class="govuk-body">${line}</p>`)}`}
${props.reopen ? reopenView(props, props.reopen) : nothing}
${updatesView(props)}
${props.said ? saidView(props.said) : nothing}
${props.mayAdd ? addView(props) : nothing}
${props.follows ? stopView(props) : nothing}
</div></div>`;
}

const spoken: Readonly<Record<Reached["state"], string>> = { done: "Done: ", current: "Now: ", "to-come": "To come: " };

function stagesView({ stages, now }: TrackProps): Html {
	return html`<ol class="fd-stages">${stages.map(
		({
			stage,
			state,
			at,
		}) => html`<li class="fd-stage${state === "to-come" ? "" : ` fd-stage--${state}`}"${state === "current" ? html` aria-current="step"` : nothing}>
<span class="govuk-visually-hidden">${spoken[state]}</span>${publicStageWords[stage]}
${at === null ? nothing : html`<time datetime="${at.toISOString()}">${dateInWords(at)}</time>`}
${state === "current" && now !== null ? html`<p>${now}</p>` : nothing}
</li>`,
	)}</ol>`;
}

function askedView({ say, questions, by, begun, href }: TrackProps["questions"][number]): Html {
	return html`<section class="fd-panel"><h2 class="govuk-heading-m">We need to hear from you</h2>
<p class="govuk-body">${say}</p>
<ul class="govuk-list govuk-list--bullet">${questions.map((ask) => html`<li>${ask}</li>`)}</ul>
<p class="govuk-body">Please answer by <strong>${by}</strong>.</p>
${button({ text: begun ? "Go on with your answer" : "Answer now", href })}
</section>`;
}

function promiseView({ promise }: TrackProps): Html {
	if (promise.length === 0) return nothing;
	return html`<div class="fd-panel fd-panel--promise"><h2 class="govuk-heading-m">What we promised</h2>
${promise.map(
	({
		words,
		due,
		state,
		how,
	}) => html`<p class="govuk-body">${words}${due === null ? nothing : html`: by <strong>${due}</strong>`}.${state === null ? nothing : html`<br>${state}`}</p>
${details({ summaryText: `How we worked this out${promise.length > 1 ? `: ${words}` : ""}`, html: howView(how) })}`,
)}</div>`;
}

function howView({ rule, law, happened, notCounted, elapsed }: Explained): Html {
	return html`${rule.map((line) => html`<p class="govuk-body">${line}</p>`)}
${law === null ? nothing : html`<p class="govuk-body">The rule is in: ${law}.</p>`}
${happened.map(({ when, what, why }) => html`<p class="govuk-body"><strong>${when}</strong><br>${what}.${why === null ? nothing : html`<br>${why}`}</p>`)}
${
	notCounted.length === 0
		? nothing
		: html`<p class="govuk-body">We did not count these days:</p><ul class="govuk-list govuk-list--bullet">${notCounted.map((day) => html`<li>${day}</li>`)}</ul>`
}
<p class="govuk-body">Time taken: ${elapsed}</p>`;
}

function updatesView({ updates }: TrackProps): Html {
	return html`<h2 class="govuk-heading-m">Updates</h2>
<ol class="govuk-list">${updates.map(
		({
			title,
			at,
			paragraphs,
			photos,
		}) => html`<li class="govuk-!-margin-bottom-4"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${title}</h3>
<div class="govuk-hint govuk-!-margin-bottom-1"><time datetime="${at.toISOString()}">${dateTimeInWords(at)}</time></div>
${paragraphs.map((text) => html`<p class="govuk-body">${lines(text)}</p>`)}${photoList(photos)}</li>`,
	)}</ol>`;
}

function saidView({ text, photos }: { text: string; photos: SentFile[] }): Html {
	if (text === "" && photos.length === 0) return nothing;
	return details({
		summaryText: "What you told us",
		html: html`${text === "" ? nothing : html`<p class="govuk-body">${lines(text)}</p>`}${photoList(photos)}`,
	});
}

function photoList(files: readonly SentFile[]): Html {
	const pictures = files.filter(({ name }) => isPicture(name));
	const documents = files.filter(({ name }) => !isPicture(name));
	return html`${
		pictures.length > 0 &&
		html`<ul class="fd-photos">${pictures.map(({ href }, at) => html`<li><a href="${href}"><img src="${href}/thumbnail" alt="Your photo ${at + 1}" loading="lazy"></a></li>`)}</ul>`
	}${
		documents.length > 0 &&
		html`<ul class="govuk-list">${documents.map(({ href, name }) => html`<li><a class="govuk-link" href="${href}">${name}</a></li>`)}</ul>`
	}`;
}

function addView(props: TrackProps): Html {
	return html`<h2 class="govuk-heading-m" id="more">Tell us more</h2>
<form method="post" action="${props.path}/information" enctype="multipart/form-data" novalidate>
${csrfField(props.csrf)}
${textarea({ name: "information", label: { text: "What else should we know?" }, hint: { text: "For example, if it has moved or got worse. The team working on it reads this." }, value: props.typed.information, rows: 4, attributes: { maxlength: String(mostWritten) }, ...errorAt(props, "information", "information") })}
${photosField(props, "information")}
${button({ text: "Send", preventDoubleClick: true })}
</form>`;
}

function reopenView(props: TrackProps, { by, words }: NonNullable<TrackProps["reopen"]>): Html {
	const open = props.refused?.form === "reopening";
	return details({
		summaryText: words,
		id: "not-fixed",
		open,
		html: html`<p class="govuk-body">Tell us what is still wrong and we will look again.${by === null ? nothing : ` You can do this until ${by}.`}</p>
<form method="post" action="${props.path}/reopening" enctype="multipart/form-data" novalidate>
${csrfField(props.csrf)}
${textarea({ name: "reason", label: { text: "What is still wrong?" }, value: props.typed.reason, rows: 4, attributes: { maxlength: String(mostWritten) }, ...errorAt(props, "reopening", "reason") })}
${photosField(props, "reopening")}
${button({ text: "Ask us to look again", preventDoubleClick: true })}
</form>`,
	});
}

function photosField(props: TrackProps, form: Refused["form"]): Html {
	return fileUpload({
		name: "photos",
		id: form === "information" ? "photos" : "photos-not-fixed",
		label: { text: "Photos (optional)" },
		hint: { text: `Up to ${props.mostPhotos}, as JPEG, PNG or WebP` },
		multiple: true,
		attributes: { accept: props.acceptPhotos },
		...errorAt(props, form, "photos"),
	});
}

function errorAt({ refused }: TrackProps, form: Refused["form"], field: Refused["field"]) {
	return refused?.form === form && refused.field === field ? { errorMessage: { text: refused.says } } : {};
}

function fieldId({ form, field }: Refused): string {
	return field === "photos" && form === "reopening" ? "photos-not-fixed" : field;
}

function stopView(props: TrackProps): Html {
	return html`<h2 class="govuk-heading-m" id="stop">Stop these messages</h2>
<p class="govuk-body">You are following a request that someone else made. You can stop at any time.</p>
<form method="post" action="${props.path}/stopping">${csrfField(props.csrf)}${button({ text: "Stop following", classes: "govuk-button--secondary" })}</form>`;
}

function lines(text: string): Html {
	return join(text.split("\n"), html`<br>`);
}
