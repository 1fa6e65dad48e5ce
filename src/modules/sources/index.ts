import { defineModule } from "../../platform/module/index.ts";
import { hear } from "../../platform/events/index.ts";
import { eraseJob } from "../../platform/jobs/index.ts";
import { correctionsRoutes } from "./corrections/desk.routes.ts";
import { importsRoutes } from "./desk/imports.routes.ts";
import { sourcesRoutes } from "./desk/sources.routes.ts";
import { sweepImports, takeInJob } from "./imports/begin.ts";
import { sourceFaults } from "./pack/faults.ts";
import { sourcesPart } from "./pack/source.ts";
import { sourceImported } from "./events.ts";
import { countAfter, countAll } from "./quality/count.ts";

export { tellSource, withdrawCorrection } from "./corrections/actions.ts";
export { type Correction, correctionsOf } from "./corrections/correction.ts";
export { sourceImported } from "./events.ts";
export { beginImport, withdrawImport } from "./imports/begin.ts";
export { faultsOf, type Import, importById } from "./imports/import.ts";
export { previewOf } from "./imports/preview.ts";
export { stageFile } from "./imports/stage.ts";
export { takeInNext } from "./imports/takeIn.ts";
export { type Field, type FieldKind } from "./pack/field.ts";
export { type Source, sourceOf, sources, sourcesPart } from "./pack/source.ts";
export { type CountLinked, linkedSlot } from "./quality/linked.ts";
export { deliver } from "./sending/deliver.ts";
export { letSend, maySend, type Sender, sendersOf, stopSending } from "./sending/senders.ts";
export { changedSince, fromTheStart, type Mark, type SourceRecord, sourceRecords } from "./queries/records.ts";

export const sourcesModule = defineModule({
	name: "sources",
	routes: [...sourcesRoutes, ...importsRoutes, ...correctionsRoutes],
	hears: [hear(sourceImported, "counts how good the source is", countAfter)],
	pack: [sourcesPart],
	faults: sourceFaults,
	jobs: [eraseJob(takeInJob)],
	daily: [
		{
			at: "41 2 * * *",
			does: "set aside imports that nobody began, and throw away lines that were left out four weeks ago",
			run: sweepImports,
		},
		{ at: "53 2 * * *", does: "count how good each source is", run: countAll },
	],
	personalData: [
		{
			table: "sources.import",
			what: "who brought a source's records in, and when",
			purpose: "to know where each record came from",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as a record that came with it",
		},
		{
			table: "sources.line",
			what: "the lines of a file that are still to be taken in",
			purpose: "to bring a source's records in without losing any",
			basis: "each source's own, as its declaration states",
			kept: "until it is taken in; a line that was left out, 28 days",
		},
		{
			table: "sources.record",
			what: "what another system of the council says of a customer",
			purpose: "to know one customer by one record, for the purposes that the source's declaration states",
			basis: "each source's own, as its declaration states",
			kept: "as long as the source has it, and then until its links are ended",
		},
		{
			table: "sources.earlier",
			what: "what another system said of a customer before",
			purpose: "to explain what was believed, and to put it right",
			basis: "UK GDPR Article 5(1)(d): accuracy",
			kept: "as long as the record",
		},
		{
			table: "sources.sender",
			what: "who let which system send a source's records, and when",
			purpose: "to know who may write a source's records",
			basis: "UK GDPR Article 32: security of processing",
			kept: "until it is let no longer",
		},
		{
			table: "sources.correction",
			what: "what a source has wrong of a customer, who said so and what became of it",
			purpose: "to have wrong data put right where it is kept",
			basis: "UK GDPR Articles 5(1)(d), 16 and 19: accuracy, and telling those who have the data",
			kept: "as long as the record",
		},
	],
});
