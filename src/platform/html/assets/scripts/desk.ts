/** What the desk loads beside `boot`: MOJ components, and a list under the hand. */
import { Alert, ButtonMenu, SortableTable } from "@ministryofjustice/frontend";
import { createAll, isSupported } from "govuk-frontend";
import { pairKeys } from "./_pairKeys.ts";
import { rowKeys } from "./_rowKeys.ts";
import { searchKey } from "./_searchKey.ts";
import { shortcuts } from "./_shortcuts.ts";
import { neighbours, rememberList } from "./_workList.ts";

if (isSupported()) {
	createAll(Alert);
	createAll(ButtonMenu);
	createAll(SortableTable);
}

rememberList();
shortcuts([...searchKey(), ...rowKeys(), ...neighbours(), ...pairKeys()]);
