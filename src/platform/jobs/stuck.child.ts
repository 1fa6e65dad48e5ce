/** A worker that takes the job "endless", says so, and never ends it: the test kills this process. */
import { connect } from "../db/connect.ts";
import { jobOf, moduleOf, testHouse } from "./testing.ts";
import { startWorker } from "./worker.ts";

const { db, pool } = connect(process.argv[2] ?? "");
const endless = jobOf("endless", () => {
	process.stdout.write("taken\n");
	return new Promise(() => {});
});
await startWorker(testHouse(db), pool, [moduleOf([endless])]);
