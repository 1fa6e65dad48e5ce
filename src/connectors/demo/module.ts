import { defineModule } from "../../platform/module/index.ts";

/** Where nothing else carries messages, what they would have brought stands here. */
export const demoModule = defineModule({
	name: "demo",
	personalData: [
		{
			table: "demo.delivery",
			what: "name, address or number, and the full text of messages that were only made believe to be sent",
			purpose: "to show what the council writes without writing to anyone",
			basis: "none is needed: a demonstration holds invented people only",
			kept: "as long as the demonstration",
		},
	],
});
