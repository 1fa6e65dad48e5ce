import type { Route } from "./route.ts";

/** Every route there is, one to a line, for `docs/maps/routes.txt`: site, method, path, who may, and what is special. */
export function routesMap(routes: readonly Route[]): string {
	const rows = [...routes]
		.sort((a, b) => order(a).localeCompare(order(b), "en"))
		.map((door) => [door.site, door.method, door.path, door.may, special(door)] as const);
	const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
	return `${lines.join("\n")}\n`;
}

function order({ site, path, method }: Route): string {
	return `${site} ${path} ${method}`;
}

function special({ files, limit, crossSite }: Route): string {
	return [
		files ? `files ${files.most}×${Math.round(files.bytes / 1_048_576)}MB` : "",
		limit ? `limit ${limit}` : "",
		crossSite ? "other systems" : "",
	]
		.filter((word) => word !== "")
		.join(", ");
}
