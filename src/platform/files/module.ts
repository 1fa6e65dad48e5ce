import { defineModule } from "../module/index.ts";
import { sweepUploads } from "./register.ts";

export const filesModule = defineModule({
	name: "files",
	daily: [
		{ at: "20 3 * * *", does: "remove uploads that nothing kept", run: async (ctx) => void (await sweepUploads(ctx)) },
	],
	personalData: [
		{
			table: "files.file",
			what: "photos and documents that customers and officers sent, without what cameras write into them; for a day a keyed hash of the network that sent them",
			purpose: "to see what was asked about",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as what keeps them; 29 days when nothing does",
		},
	],
});
