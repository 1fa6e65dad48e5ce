import { defineSlot, type House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import type { PartFault, PlacedFault } from "../../../platform/module/index.ts";
import { sourcesPart } from "./pack.ts";
import { type ContentPage, readPage } from "./page.ts";

type Pages = { all: readonly ContentPage[]; byId: ReadonlyMap<string, ContentPage>; faults: readonly PlacedFault[] };

const slot = defineSlot<Pages>("pages");

/** Every page of the pack, by title. Rendered the first time they are asked for, which is at the start. */
export function pages(house: House): readonly ContentPage[] {
	return rendered(house).all;
}

export function pageById(house: House, id: string): ContentPage | undefined {
	return rendered(house).byId.get(id);
}

/** What is wrong with them, each at its line. */
export function pageFaults(house: House): PartFault[] {
	if (!sourcesPart.filled(house) || !councilPart.filled(house)) return [];
	return rendered(house).faults.map(({ file, line, sentence }) => ({
		part: sourcesPart,
		path: pathOf(file, line),
		sentence,
	}));
}

/** Where a fault of a page stands, as its part finds it again. */
export function pathOf(file: string, line: number | undefined): PropertyKey[] {
	return line === undefined ? [file] : [file, line];
}

/** A number that can be pressed, in Markdown. */
function dialled(phone: string): string {
	return `[${phone}](tel:${phone.replaceAll(/[^\d+]/g, "")})`;
}

function rendered(house: House): Pages {
	if (slot.filled(house)) return slot.of(house);
	// A council may have no pages of its own.
	if (!sourcesPart.filled(house)) return { all: [], byId: new Map(), faults: [] };
	const { name, contact } = councilPart.of(house);
	const said = {
		council: name,
		phone: dialled(contact.phone),
		textRelay: dialled(contact.textRelay),
		email: contact.email,
		hours: contact.hours,
		outOfHoursPhone: dialled(contact.outOfHoursPhone),
		website: councilPart.of(house).website,
	};
	const read = sourcesPart.of(house).map(({ file, text }) => readPage(file, text, said));
	const all = read.flatMap(({ page }) => page ?? []).sort((a, b) => a.title.localeCompare(b.title, "en"));
	const byId = new Map(all.map((page) => [page.id, page]));
	const doubled = all.filter((page) => byId.get(page.id) !== page);
	const faults = [
		...read.flatMap((one) => one.faults),
		...doubled.map(({ file, id }) => ({
			file,
			line: undefined,
			sentence: `Another page is called ${id} too (${byId.get(id)?.file}); their addresses would be the same.`,
		})),
	];
	const made = { all, byId, faults };
	slot.put(house, made);
	return made;
}
