/** Telling a database that is away from a query that is wrong: the first is a plain 503 and heals, the second is a bug. */

const unreachable = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENOTFOUND",
	"EAI_AGAIN",
]);

// The server is shutting down, has crashed, is starting up, or has no room for another connection.
const goingOrFull = new Set(["57P01", "57P02", "57P03", "53300"]);

// The driver and its pool give these no code.
const driverWords =
	/^(timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|client was closed and is not queryable)/i;

/** True when the error means that the database cannot be reached just now, also when it is the cause of `error`. */
export function isDatabaseAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
	if (driverWords.test(error.message)) return true;
	if ("code" in error && typeof error.code === "string" && codeMeansAway(error.code, error)) return true;
	return isDatabaseAway(error.cause);
}

function codeMeansAway(code: string, error: Error): boolean {
	if (unreachable.has(code) || goingOrFull.has(code)) return true;
	// Class 08 is "connection exception". A socket that is not there is ENOENT, as a missing file is.
	return /^08[0-9A-Z]{3}$/.test(code) || (code === "ENOENT" && "syscall" in error && error.syscall === "connect");
}
