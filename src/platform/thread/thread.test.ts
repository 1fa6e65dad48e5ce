import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { oneThread, type Place, type ThreadLine } from "./index.ts";

const line = (at: number, id: string): ThreadLine => ({
	id,
	at: new Date(at),
	kind: "note",
	title: "",
	href: "/",
	about: "",
	by: "",
	words: null,
});

it("shows each thing once, the latest first, however many rooms hold them and however short the pages are", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.nat(5), { maxLength: 12 }), { maxLength: 4 }),
			fc.integer({ min: 1, max: 5 }),
			(rooms, limit) => {
				let number = 0;
				const held = rooms.map((moments) => moments.map((at) => line(at, String(number++).padStart(4, "0"))));
				const earlier = (room: ThreadLine[], before: Place | undefined) =>
					oneThread([room], room.length).lines.filter(
						({ at, id }) => !before?.at || at < before.at || (at.getTime() === before.at.getTime() && id < before.id),
					);
				const read: ThreadLine[] = [];
				let before: Place | undefined;
				do {
					const page = oneThread(
						held.map((room) => earlier(room, before).slice(0, limit + 1)),
						limit,
					);
					read.push(...page.lines);
					before = page.next;
				} while (before);
				assert.deepEqual(read, oneThread(held, number).lines);
				assert.equal(new Set(read.map(({ id }) => id)).size, number);
			},
		),
	);
});
