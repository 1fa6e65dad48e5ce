/** Where something stands in what a file says: keys and, in lists, positions from 0. */
export type Path = readonly PropertyKey[];

/** Something wrong in a part of a pack, as one sentence for the person who writes it. */
export type Fault = {
	/** The key it is about. */
	readonly path: Path;
	readonly sentence: string;
	/** Of two that clash, the one that came first. */
	readonly first?: Path;
};

/** A fault with the place it was found: the file from the pack's folder, and the line from 1 where it is known. */
export type PlacedFault = { readonly file: string; readonly line: number | undefined; readonly sentence: string };

/** `services/pay.yaml:12: Two pages are called “where” (the first is at line 4).` */
export function placedInWords({ file, line, sentence }: PlacedFault): string {
	return `${file}${line === undefined ? "" : `:${line}`}: ${sentence}`;
}

/** Thrown with one sentence for each fault, naming the file and the line. */
export class BrokenPack extends Error {
	readonly faults: readonly PlacedFault[];
	constructor(faults: readonly PlacedFault[]) {
		super(faults.map(placedInWords).join("\n"));
		this.faults = faults;
	}
}

/** A fault of something inside, told from outside. */
export function within(path: Path, faults: readonly Fault[]): Fault[] {
	return faults.map((fault) => ({
		...fault,
		path: [...path, ...fault.path],
		...(fault.first ? { first: [...path, ...fault.first] } : {}),
	}));
}

/** A fault for each that is named as one before it is. */
export function twice<T>(
	list: readonly T[],
	nameOf: (one: T) => string,
	pathOf: (one: T, at: number) => Path,
	say: (name: string) => string,
): Fault[] {
	const seen = new Map<string, Path>();
	return list.flatMap((one, at): Fault[] => {
		const name = nameOf(one);
		const first = seen.get(name);
		const path = pathOf(one, at);
		if (first) return [{ path, first, sentence: say(name) }];
		seen.set(name, path);
		return [];
	});
}
