/** What the desk loads beside `boot`: MOJ components, and search under the hand. */
import { Alert, ButtonMenu, SortableTable } from "@ministryofjustice/frontend";
import { createAll, isSupported } from "govuk-frontend";
import { shortcuts } from "./_shortcuts.ts";

if (isSupported()) {
	createAll(Alert);
	createAll(ButtonMenu);
	createAll(SortableTable);
}

shortcuts();
