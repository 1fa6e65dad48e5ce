/**
 * The floors of the house. An import goes down, never up, never along. Rooms of one floor do not know each other;
 * the rooms of the ground floor (`platform`) are one floor that may.
 */
export const floors = [
	["platform"],
	["places", "staff", "matching"],
	["customers", "sources", "knowledge", "forms"],
	["messages", "payments", "appointments", "records"],
	["services"],
	["contacts"],
	["requests"],
	["welfare", "listening"],
	["insight", "opendata", "privacy", "assistant"],
	["connectors"],
	["sites"],
	["demo"],
	["main"],
] as const;

/** The room a source file belongs to, and the floor it stands on; undefined for a file that stands outside the house. */
export function roomOf(path: string): { room: string; floor: number } | undefined {
	const [top, next] = path.replace(/^src\//, "").split("/");
	const room = top === "modules" ? next : next === undefined ? "main" : top;
	const floor = floors.findIndex((rooms) => rooms.some((name) => name === room));
	return room === undefined || floor < 0 ? undefined : { room, floor };
}
