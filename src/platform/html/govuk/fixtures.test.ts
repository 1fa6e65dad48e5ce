import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shown } from "../shown.ts";
import { official, officialCount, ours } from "./official.ts";

describe("the components of the GOV.UK Design System show what the official ones show", () => {
	let same = 0;
	for (const { component, fixtures } of official) {
		test(component, () => {
			for (const { name, options, html } of fixtures) {
				assert.deepEqual(shown(ours(component, options)), shown(html), `${component}: ${name}`);
				same++;
			}
		});
	}
	test("every official fixture was compared", (t) => {
		t.diagnostic(`${same} of ${officialCount} official fixtures`);
		assert.ok(same >= officialCount, `only ${same} of ${officialCount} are the same`);
	});
});

describe("the comparison finds a difference", () => {
	const page = '<div class="govuk-hint" id="a">Say <b>yes</b> or no</div>';
	const differences: Record<string, string> = {
		"in a class": page.replace("govuk-hint", "govuk-hint govuk-hint--wide"),
		"in an attribute": page.replace('id="a"', 'id="b"'),
		"in an attribute left out": page.replace(' id="a"', ""),
		"in a word": page.replace("or no", "or not"),
		"in a space between words": page.replace("Say <b>", "Say<b>"),
		"in an element": page.replace("<b>yes</b>", "<i>yes</i>"),
		"in an element left open": page.replace("</b>", ""),
		"in escaping": page.replace("<b>yes</b>", "&lt;b&gt;yes&lt;/b&gt;"),
	};
	for (const [where, changed] of Object.entries(differences)) {
		test(where, () => assert.notDeepEqual(shown(changed), shown(page)));
	}
	test("but not in the order of attributes, nor in white space that is not seen", () => {
		const same = '<div id="a"\n class="govuk-hint">\n\tSay <b>yes</b>\n or no\n</div>';
		assert.deepEqual(shown(same), shown(page));
	});
	test("in any fixture whose every class is changed", () => {
		for (const { component, fixtures } of official) {
			for (const { name, options, html } of fixtures) {
				const changed = html.replace('class="', 'class="app-other ');
				if (changed === html) continue;
				assert.notDeepEqual(shown(ours(component, options)), shown(changed), `${component}: ${name}`);
			}
		}
	});
});
