import type { House } from "../context/index.ts";
import type { PlacedFault } from "./fault.ts";
import type { Module, PartFault } from "./module.ts";
import type { AnyPackPart } from "./pack.ts";

type PackTried = {
	/** In the order of files and lines. */
	readonly faults: readonly PlacedFault[];
	/** What could be said more plainly; worked out when asked for. */
	readonly advice: () => readonly PlacedFault[];
};

/** Reads every part of the pack in the folder `pack` into the house, and says all that is wrong with it. */
export async function tryPack(
	pack: string,
	house: House,
	modules: readonly Module[],
	others: readonly AnyPackPart[] = [],
): Promise<PackTried> {
	const parts = [...others, ...modules.flatMap((module) => module.pack)];
	const tried = new Map(await Promise.all(parts.map(async (part) => [part, await part.tryOut(pack, house)] as const)));
	const placed = (fault: PartFault): PlacedFault =>
		tried.get(fault.part)?.place(fault) ?? { file: fault.part.where, line: undefined, sentence: fault.sentence };
	const unread = [...tried.values()].flatMap(({ faults }) => faults);
	const between = modules.flatMap((module) => module.faults(house)).map(placed);
	return {
		faults: inOrder([...unread, ...between]),
		advice: () => inOrder(modules.flatMap((module) => module.advice(house)).map(placed)),
	};
}

function inOrder(faults: readonly PlacedFault[]): PlacedFault[] {
	return faults.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}
