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
	"asked",
	"answered",
	"unanswered",
	"no-longer-asked",
	"opinion-asked",
	"opinion-given",
	"opinion-withdrawn",
] as const;
export type EntryKind = (typeof entryKinds)[number];
