/** One stretch of load. `latencies` are in milliseconds, one for each answer that was right. */
export type Round = { seconds: number; latencies: readonly number[]; errors: number };

export type Figures = { perSecond: number; p50: number; p99: number; errors: number };

/** What several rounds come to together. */
export function figuresOf(rounds: readonly Round[]): Figures {
	const latencies = Float64Array.from(rounds.flatMap((round) => round.latencies)).sort();
	const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0;
	const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
	return {
		perSecond: latencies.length / sum((round) => round.seconds),
		p50: at(0.5),
		p99: at(0.99),
		errors: sum((round) => round.errors),
	};
}
