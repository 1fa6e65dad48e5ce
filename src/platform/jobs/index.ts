export { addJob, type AnyJob, eraseJob, type Job, type JobOptions } from "./job.ts";
