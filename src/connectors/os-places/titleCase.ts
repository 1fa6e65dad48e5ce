const small = new Set(["and", "at", "by", "in", "le", "of", "on", "the", "under", "upon"]);

/** The register writes in capitals: "STOCKTON-ON-TEES" reads "Stockton-on-Tees", "12A ST. MARY'S ROAD" "12A St. Mary's Road". */
export function inTitleCase(capitals: string): string {
	return capitals
		.trim()
		.toLowerCase()
		.replace(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu, (word, at: number) => {
			if (/\d/.test(word)) return word.toUpperCase();
			if (at > 0 && small.has(word)) return word;
			return word.replace(/^([odl]['’])?\p{L}/u, (start) =>
				start.length === 1 ? start.toUpperCase() : `${start.charAt(0).toUpperCase()}${start.slice(1).toUpperCase()}`,
			);
		})
		.replace(/\bPo Box\b/g, "PO Box");
}
