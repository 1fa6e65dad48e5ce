import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { councilFooter } from "./council-footer.ts";
import { footer } from "./govuk/index.ts";
import { shown } from "./shown.ts";

const parts = {
	navigation: [{ title: "Services", columns: 2, items: [{ text: "Bins & recycling", href: "/bins" }] }],
	meta: { items: [{ text: "Accessibility", href: "/accessibility" }], text: "Open Monday to Friday" },
	contentLicence: { text: "Open Government Licence" },
	copyright: { text: "© The council" },
};

describe("a council's footer", () => {
	test("has the links, the licence and the copyright of the official one, in the same markup", () => {
		const pieces = (markup: string) => shown(markup).map((piece) => piece.trim());
		const theirs = new Set(pieces(footer(parts).text));
		const ours = pieces(councilFooter(parts).text);
		for (const piece of ours) assert.ok(theirs.has(piece), piece);
		for (const words of ["Bins & recycling", "Accessibility", "Open Monday to Friday", "© The council"]) {
			assert.ok(ours.includes(words), words);
		}
	});

	test("does not wear the crown, nor claim its copyright", () => {
		assert.doesNotMatch(councilFooter({}).text, /crown|svg|nationalarchives/i);
		assert.doesNotMatch(councilFooter(parts).text, /crown|copyright-logo/i);
	});
});
