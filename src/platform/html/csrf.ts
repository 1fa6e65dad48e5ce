import { type Html, html } from "./html.ts";

/** The hidden field that every form which changes something carries; `token` is `visit.csrf()`. */
export function csrfField(token: string): Html {
	return html`<input type="hidden" name="_csrf" value="${token}">`;
}
