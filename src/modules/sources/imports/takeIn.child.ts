/** A process that takes an import in, to be killed in the middle of it: `node takeIn.child.ts URL IMPORT`. */
import { systemContext } from "../../../platform/context/index.ts";
import { connect } from "../../../platform/db/connect.ts";
import { houseOn } from "../testing.ts";
import { takeInJob } from "./begin.ts";

const [url = "", importId = ""] = process.argv.slice(2);
const { db, close } = connect(url);
await takeInJob.run(systemContext(houseOn(db), "child"), { importId });
await close();
