// A reporter for node:test which says, as one line of JSON, how many test cases passed and failed, and how long each file took.
export default async function* tally(events) {
	const counts = { passed: 0, failed: 0 };
	const times = {};
	for await (const { type, data } of events) {
		if (type !== "test:pass" && type !== "test:fail") continue;
		if (data.nesting === 0 && data.file) times[data.file] = (times[data.file] ?? 0) + data.details.duration_ms;
		if (data.details.type === "suite" || data.skip !== undefined || data.todo !== undefined) continue;
		counts[type === "test:pass" ? "passed" : "failed"]++;
	}
	yield JSON.stringify({ ...counts, times });
}
