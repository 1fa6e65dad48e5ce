/**
 * A short code of how an English-spelt name sounds, coarser than Soundex at its start (`ph` is f, `kn` is n) so that it finds
 * Knight for Nite. It only ever brings two records together to be compared.
 */

const starts: readonly (readonly [RegExp, string])[] = [
	[/^(kn|gn|pn)/, "n"],
	[/^wr/, "r"],
	[/^ps/, "s"],
	[/^wh/, "w"],
	[/^x/, "s"],
	[/^mac(?=[^aeiou])/, "mc"],
	[/^c(?=[eiy])/, "s"],
];

const everywhere: readonly (readonly [RegExp, string])[] = [
	[/ph/g, "f"],
	[/ght/g, "t"],
	[/sch|tch|ch|sh/g, "s"],
	[/ck|q|c(?![eiy])/g, "k"],
	[/dg/g, "g"],
];

const groups: Record<string, string> = {
	b: "1",
	f: "1",
	p: "1",
	v: "1",
	c: "2",
	g: "2",
	j: "2",
	k: "2",
	s: "2",
	z: "2",
	d: "3",
	t: "3",
	l: "4",
	m: "5",
	n: "5",
	r: "6",
};

/** `knight`, `nite` → `n3`; undefined for what has no letters. */
export function soundOf(name: string): string | undefined {
	const said = everywhere.reduce(
		(text, [from, to]) => text.replace(from, to),
		starts.reduce((text, [from, to]) => text.replace(from, to), name.replace(/[^a-z]/g, "")),
	);
	if (said === "") return undefined;
	let code = "";
	let last = groups[said[0] ?? ""];
	for (const letter of said.slice(1)) {
		const group = groups[letter];
		if (group !== undefined && group !== last) code += group;
		// A vowel between two of one sound keeps both, h and w do not.
		if (letter !== "h" && letter !== "w") last = group;
	}
	const first = /[aeiouy]/.test(said[0] ?? "") ? "a" : (said[0] ?? "");
	return first + code.slice(0, 3);
}
