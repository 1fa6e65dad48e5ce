/** What an officer says of two records, and what comes of what several officers said. */

export const verdicts = ["same", "different", "unsure", "restricted"] as const;
export type Verdict = (typeof verdicts)[number];

/** How much speaks for one customer; `asks` are the comparisons that no machine may decide, such as unlike dates of birth. */
export type Evidence = { readonly probability: number; readonly asks: readonly string[] };

/** Whether one officer is enough to say "the same": from `alone` on, where nothing asks for a person. */
export function isStrong({ probability, asks }: Evidence, alone: number): boolean {
	return probability >= alone && asks.length === 0;
}

/** Whether a verdict needs a reason: it goes against the weights, or keeps something from colleagues. */
export function needsWhy(verdict: Verdict, evidence: Evidence, alone: number): boolean {
	if (verdict === "restricted") return true;
	if (verdict === "same") return !isStrong(evidence, alone);
	return verdict === "different" && isStrong(evidence, alone);
}

/**
 * What a pair is after these opinions, each by another officer, in any order. Two must say "the same" where little speaks for it
 * or somebody disagrees; of two customers one officer is believed, unless another said "the same". Where two cannot tell, they
 * stay two customers until more is known of either.
 */
export function settledBy(
	said: readonly Verdict[],
	isEnough: boolean,
): "second-opinion" | "same" | "different" | "restricted" | "lapsed" {
	const count = (verdict: Verdict) => said.filter((one) => one === verdict).length;
	const [same, different, unsure] = [count("same"), count("different"), count("unsure")];
	if (said.includes("restricted")) return "restricted";
	if (same > different && same >= (isEnough && different === 0 ? 1 : 2)) return "same";
	if (different > same && different >= (same === 0 ? 1 : 2)) return "different";
	return unsure >= 2 && same === 0 ? "lapsed" : "second-opinion";
}
