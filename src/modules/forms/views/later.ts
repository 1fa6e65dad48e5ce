import { html } from "../../../platform/html/html.ts";

/** Of every page of a form: quiet, since few need it, and always in one place. */
export const laterButton = html`<p class="govuk-body"><button type="submit" class="fd-plain-button fd-plain-button--link" name="_save" value="later">Save and come back later</button></p>`;
