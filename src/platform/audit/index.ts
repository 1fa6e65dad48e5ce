export { type ChainReport, seal, verifyChain } from "./chain.ts";
export { type AuditEntry, audit, auditReading, readingNoted } from "./record.ts";
export { auditModule } from "./module.ts";
