/** The maps that reviewers read: every route, every room, every event. Written from the code, never by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { floors } from "./floors.ts";
import { listeners, modules, routes } from "./house.ts";
import { routesMap } from "./platform/http/index.ts";

const folder = resolve(import.meta.dirname, "../docs/maps");

function roomsMap(): string {
	const lines = ["The rooms, floor by floor, and the personal data each holds.", ""];
	for (const [floor, names] of floors.entries()) {
		lines.push(`floor ${floor}: ${names.join(", ")}`);
		for (const module of modules.filter((one) => names.some((name) => name === one.name))) {
			lines.push(
				`  ${module.name}: ${module.routes.length} routes, ${module.hears.length} listeners, ${module.jobs.length} jobs`,
			);
			for (const part of module.pack) lines.push(`    reads ${part.where}`);
			for (const { at, does } of module.daily) lines.push(`    at ${at}: ${does}`);
			if (module.personalData === "none") continue;
			for (const held of module.personalData) {
				lines.push(`    holds ${held.table}: ${held.what}`);
				lines.push(`      for: ${held.purpose}. By: ${held.basis}. Kept: ${held.kept}.`);
			}
		}
	}
	return `${lines.join("\n")}\n`;
}

function eventsMap(): string {
	const heard = Map.groupBy(listeners, (listener) => listener.event);
	const lines = ["What happens, and who hears it.", ""];
	for (const [event, hearing] of [...heard].sort(([a], [b]) => a.localeCompare(b))) {
		lines.push(event, ...hearing.map((listener) => `  ${listener.does}`), "");
	}
	return `${lines.join("\n").trimEnd()}\n`;
}

/** Writes the maps, or with `check` says which of them are stale. */
export function drawMaps(check: boolean): string[] {
	const maps = { "routes.txt": routesMap(routes), "rooms.txt": roomsMap(), "events.txt": eventsMap() };
	return Object.entries(maps).flatMap(([name, text]) => {
		const file = join(folder, name);
		if (!check) {
			writeFileSync(file, text);
			return [];
		}
		return read(file) === text ? [] : [name];
	});
}

function read(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
