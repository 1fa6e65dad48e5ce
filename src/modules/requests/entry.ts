/** The kinds of lines in a request's timeline. */
const entryKinds = [
	"received",
	"moved",
	"taken",
	"assigned",
	"handed-over",
	"note",
	"closed",
	"reopened",
	"added",
	"updated",
	"extended",
] as const;
export type EntryKind = (typeof entryKinds)[number];
