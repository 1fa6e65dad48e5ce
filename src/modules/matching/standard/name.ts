import type { SourceRecord, StandardRecord } from "../record.ts";
import { isBlank } from "./blank.ts";
import { fold } from "./fold.ts";
import { rootsOf } from "./nicknames.ts";
import { soundOf } from "./sound.ts";

const titles = new Set(
	"mr mrs ms miss mx dr doctor prof professor rev revd reverend sir dame lord lady master cllr councillor capt captain major col colonel hon mister messrs".split(
		" ",
	),
);
const endings = new Set(
	"jr jnr junior sr snr senior esq esquire obe mbe cbe phd bsc ba ma md jp ii iii iv decd deceased".split(" "),
);
/** Words that belong to the surname after them. */
const joining = new Set(
	"van von der den de del della di da du la le st saint mac mc ap ab bin ibn al el abu ter ten dos".split(" "),
);

/** One word of a name in its own column: `Dr. Mary-Ann` → `mary ann`. A title alone stays, for it may be somebody's name. */
function words(text: string | undefined): readonly string[] {
	if (text === undefined || isBlank(text)) return [];
	const all = fold(text.replace(/\(.*?\)|".*?"/g, " "))
		.split(" ")
		.filter((word) => /[a-z]/.test(word));
	const kept = all.filter((word) => !titles.has(word) && !endings.has(word));
	return kept.length > 0 ? kept : all;
}

type Parts = { given: readonly string[]; surname: readonly string[] };

/** `SMITH, John`, `Mr John van der Berg`, `John Smith`: a comma says that the surname came first. */
export function splitName(name: string): Parts {
	const [before = "", after] = name.split(",", 2);
	const later = after === undefined ? [] : words(after);
	if (later.length > 0) return { given: later, surname: words(before) };
	const all = words(before);
	if (all.length < 2) return { given: [], surname: all };
	let start = all.length - 1;
	while (start > 1 && joining.has(all[start - 1] ?? "")) start--;
	// A hyphen joins what folding took apart: `Smith-Jones` is one surname.
	const hyphened = /(\p{L}+)\s*-\s*(\p{L}+)\W*$/u.exec(before.trim());
	if (hyphened && start > 1 && fold(hyphened[1] ?? "") === all[start - 1]) start--;
	return { given: all.slice(0, start), surname: all.slice(start) };
}

/** First names and surname as they are compared, whether they came in one column or in two. */
export function standardName(source: SourceRecord): StandardRecord {
	const apart = { given: words(source.given), surname: words(source.surname) };
	const { given, surname } =
		apart.given.length + apart.surname.length > 0 || isBlank(source.name) ? apart : splitName(source.name ?? "");
	const names = { ...givenNames(given), ...surnames(surname) };
	const both = [names.given, names.surname].filter((name) => name !== undefined).toSorted();
	return both.length < 2 ? names : { ...names, bothNames: both.join(" ") };
}

const noName: StandardRecord = {};

function givenNames(words: readonly string[]): StandardRecord {
	const first = words[0];
	if (first === undefined) return noName;
	const given = words.join("");
	const known = rootsOf(first);
	const [root = first, otherRoot] = known[0] === first && first !== given ? rootsOf(given) : known;
	const sound = soundOf(first.length > 1 ? first : given);
	return {
		given,
		root,
		...(otherRoot === undefined ? {} : { otherRoot }),
		...(sound === undefined ? {} : { givenSound: sound }),
	};
}

function surnames(words: readonly string[]): StandardRecord {
	const surname = words.join("");
	if (surname === "") return noName;
	const sound = soundOf(surname);
	const own = words.filter((word) => !joining.has(word));
	const [first, last] = [own[0], own.at(-1)];
	const double = own.length > 1 && first !== undefined && last !== undefined && first.length > 2 && last.length > 2;
	return {
		surname,
		...(double ? { surnameFirst: first, surnameLast: last } : {}),
		...(sound === undefined ? {} : { surnameSound: sound }),
	};
}
