/** A house with one module of jobs, and a way to wait for what they do. */
import { z } from "zod";
import { configSlot, readConfig } from "../config/index.ts";
import type { House } from "../context/index.ts";
import type { Db } from "../db/connect.ts";
import { type EventType, hear, type Listener, listenersSlot } from "../events/index.ts";
import { defineModule, type Module } from "../module/module.ts";
import { eraseJob, type Job } from "./job.ts";

export function testHouse(db: Db, listeners: readonly Listener[] = []): House {
	const house = { db };
	configSlot.put(house, readConfig({ LOG_LEVEL: "silent" }));
	const heard = new Map<string, Listener[]>();
	for (const listener of listeners) heard.set(listener.event, [...(heard.get(listener.event) ?? []), listener]);
	listenersSlot.put(house, heard);
	return house;
}

export function moduleOf(
	jobs: readonly Job<{ what: string }>[],
	hears: readonly Listener[] = [],
	daily: Module["daily"] = [],
) {
	return defineModule({ name: "trials", jobs: jobs.map(eraseJob), hears, daily, personalData: "none" });
}

const whatShape = z.object({ what: z.string() });

export function jobOf(name: string, run: Job<{ what: string }>["run"], attempts = 12): Job<{ what: string }> {
	return { name, payload: whatShape, run, attempts };
}

export function listenerOf<T>(
	event: EventType<T>,
	run: (ctx: Parameters<Listener["run"]>[0], data: T) => Promise<void>,
) {
	return hear(event, "note it", run);
}

/** Waits until `holds`, at most `seconds`. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`It did not come true in ${seconds} seconds.`);
		await new Promise((next) => setTimeout(next, 20));
	}
}
