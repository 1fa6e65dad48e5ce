/** The plain words for trouble, which the sites put on their pages. */
import { type Html, html } from "../html/html.ts";
import type { Trouble } from "./route.ts";

export type TroubleWords = { title: string; says: readonly string[] };

/** A title for the page, and what to tell the person: what happened, whether anything was lost, what to do. */
export function troubleWords({ status, because }: Pick<Trouble, "status" | "because">): TroubleWords {
	if (status === 403 && because === "form") return oldForm;
	if (status === 403 && because === "signed-out") return signedOut;
	return words[status];
}

/** A page that needs no council, no style and no database, for when even the site's own page of trouble fails. */
export function bareTrouble(trouble: Trouble): Html {
	const { title, says } = troubleWords(trouble);
	return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${says.map((line) => html`<p>${line}</p>`)}</main></body></html>`;
}

const oldForm: TroubleWords = {
	title: "We could not accept this form",
	says: [
		"Nothing was saved. The page had been open for too long, or your browser does not keep cookies.",
		"Go back in your browser: what you typed should still be there. Reload the page if it is not, then send it again.",
	],
};

const signedOut: TroubleWords = {
	title: "You have been signed out",
	says: [
		"Nothing was saved, because you are no longer signed in.",
		"Sign in again in another tab, then go back in your browser, copy what you typed, and send it again.",
	],
};

const words: Record<Trouble["status"], TroubleWords> = {
	400: {
		title: "Something in this request is wrong",
		says: ["We could not understand what your browser sent, so nothing was saved.", "Go back and try again."],
	},
	403: {
		title: "You cannot use this page",
		says: ["You do not have permission for this. If you need it for your work, ask your team leader."],
	},
	404: {
		title: "Page not found",
		says: [
			"If you typed the web address, check it is correct.",
			"If you pasted the web address, check you copied all of it.",
		],
	},
	405: {
		title: "This page does not work that way",
		says: ["The address exists, but not for what your browser asked of it.", "Go back and try again."],
	},
	413: {
		title: "What you sent is too large",
		says: [
			"Nothing was saved, because what you sent is larger than we can take.",
			"Go back, and send less text, fewer files or smaller files.",
		],
	},
	414: {
		title: "This web address is too long",
		says: ["If you pasted the web address, check that it is the one you meant."],
	},
	415: {
		title: "We cannot read this kind of file or form",
		says: ["Nothing was saved, because it was sent in a form we do not take.", "Go back and try again."],
	},
	429: {
		title: "Too many requests",
		says: ["You, or others on your network, have asked for a lot in a short time.", "Wait a minute, then try again."],
	},
	500: {
		title: "Sorry, there is a problem with the service",
		says: ["Something went wrong on our side, and it has been noted.", "Try again later."],
	},
	503: {
		title: "Sorry, the service is unavailable",
		says: [
			"We cannot reach our records just now. Anything you were sending has not been saved.",
			"Try again in a minute.",
		],
	},
};
