export type Round = {
	/** Waits for the work in hand. */
	stop(): Promise<void>;
};

/** Does the work now and again `pause` milliseconds after each time it is done, never two at once. `work` must not throw. */
export function every(pause: number, work: () => Promise<void>): Round {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let current = go();
	async function go(): Promise<void> {
		await work();
		if (!stopped) {
			timer = setTimeout(() => {
				current = go();
			}, pause);
		}
	}
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await current;
		},
	};
}
