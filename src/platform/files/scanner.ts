/** Looking for viruses. A port: ClamAV, or the demo's which knows only the test file. */

/** `away` means nobody looked: the file is not taken in. `why` is for the log and holds nothing of the file. */
export type Verdict =
	| { readonly verdict: "clean" }
	| { readonly verdict: "found"; readonly virus: string }
	| { readonly verdict: "away"; readonly why: string };

export type Scanner = { scan(path: string): Promise<Verdict> };
