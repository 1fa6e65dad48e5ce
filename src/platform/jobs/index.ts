export { retryJob } from "./actions.ts";
export { addJob, type AnyJob, eraseJob, type Job, type JobOptions } from "./job.ts";
export { jobsModule } from "./module.ts";
export { deadLetters, type DeadLetter, jobLag } from "./queries.ts";
export { startWorker, type Worker, type WorkerOptions } from "./worker.ts";
