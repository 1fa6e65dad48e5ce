import { button, input, insetText, passwordInput } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing, trusted } from "../../../platform/html/html.ts";
import { column, postForm, type Problem, problemOf, problemsAbove } from "../form.views.ts";

export type SignInProps = {
	csrf: string;
	next: string;
	email: string;
	problems: readonly Problem[];
	/** What the button of the OpenID provider calls it. */
	provider: string | undefined;
	notice: string | undefined;
};

export function signInPage({ csrf, next, email, problems, provider, notice }: SignInProps): Html {
	return column(
		problemsAbove(problems),
		html`<h1 class="govuk-heading-l">Sign in</h1>`,
		notice === undefined ? nothing : insetText({ text: notice }),
		provider === undefined ? nothing : providerPart(provider, next),
		postForm(
			"/desk/sign-in",
			csrf,
			html`<input type="hidden" name="next" value="${next}">`,
			input({
				name: "email",
				type: "email",
				label: { text: "Email address" },
				value: email,
				autocomplete: "username",
				spellcheck: false,
				autocapitalize: "none",
				errorMessage: problemOf(problems, "email"),
			}),
			passwordInput({
				name: "password",
				label: { text: "Password" },
				errorMessage: problemOf(problems, "password"),
			}),
			button({ text: "Continue", preventDoubleClick: true }),
		),
		html`<p class="govuk-body">If you have lost your password or your telephone, ask whoever manages officers to let you start again.</p>`,
	);
}

function providerPart(provider: string, next: string): Html {
	const href = `/desk/sign-in/openid?${new URLSearchParams({ next })}`;
	return html`${button({ text: `Sign in with ${provider}`, href })}
<h2 class="govuk-heading-m">Or with a password</h2>`;
}

export type CodeProps = { csrf: string; problems: readonly Problem[] };

export function codePage({ csrf, problems }: CodeProps): Html {
	return column(
		problemsAbove(problems),
		html`<h1 class="govuk-heading-l">Enter your one-time code</h1>`,
		html`<p class="govuk-body">Open the authenticator app on your telephone. The code changes every 30 seconds.</p>`,
		postForm("/desk/sign-in/code", csrf, codeInput(problems), button({ text: "Sign in", preventDoubleClick: true })),
		html`<p class="govuk-body"><a class="govuk-link" href="/desk/sign-in">Begin again</a></p>`,
	);
}

export type EnrolProps = CodeProps & {
	/** SVG made by the QR library. */
	qr: string;
	secret: string;
};

export function enrolPage({ csrf, problems, qr, secret }: EnrolProps): Html {
	return column(
		problemsAbove(problems),
		html`<h1 class="govuk-heading-l">Set up your one-time code</h1>`,
		html`<p class="govuk-body">From now on you sign in with your password and a code that only your telephone knows.</p>`,
		html`<ol class="govuk-list govuk-list--number govuk-list--spaced">
	<li>Open an authenticator app on your telephone, such as Microsoft Authenticator or Google Authenticator. If you have none, your IT service can say which to install.</li>
	<li>Add an account, and scan this picture.</li>
	<li>Enter the six digits that the app then shows.</li>
</ol>`,
		html`<div class="fd-qr" role="img" aria-label="QR code of the key below">${trusted(qr)}</div>`,
		html`<p class="govuk-body">If you cannot scan it, type this key into the app:</p>`,
		html`<p class="govuk-body"><code>${(secret.match(/.{1,4}/g) ?? []).join(" ")}</code></p>`,
		postForm("/desk/sign-in/set-up", csrf, codeInput(problems), button({ text: "Finish and sign in" })),
	);
}

function codeInput(problems: readonly Problem[]): Html {
	return input({
		name: "code",
		label: { text: "One-time code" },
		hint: { text: "6 digits" },
		classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
		inputmode: "numeric",
		autocomplete: "one-time-code",
		spellcheck: false,
		errorMessage: problemOf(problems, "code"),
	});
}
