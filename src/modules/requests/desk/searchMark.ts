import { mac } from "../../../platform/auth/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { fold } from "../../customers/index.ts";
import type { Sought } from "../rules/search.ts";

type Personal = Exclude<Sought, { kind: "reference" }>;

/** The mark of what was searched: only this deployment's secret makes it, so that nobody finds it out by trying names. */
export function searchMark(house: House, sought: Personal): string {
	return mac(house, "search", sought.kind, searched(sought)).subarray(0, 12).toString("base64url");
}

function searched(sought: Personal): string {
	switch (sought.kind) {
		case "email":
			return sought.email;
		case "phone":
			return sought.phone;
		case "postcode":
			return sought.postcode;
		case "words":
			return fold(sought.words);
	}
}
