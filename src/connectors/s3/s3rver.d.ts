/** The part of s3rver (no types of its own) that the tests use. */
declare module "s3rver" {
	import type { AddressInfo } from "node:net";
	export default class S3rver {
		constructor(options: {
			port: number;
			address: string;
			silent: boolean;
			directory: string;
			configureBuckets: { name: string }[];
		});
		run(): Promise<AddressInfo>;
		close(): Promise<void>;
	}
}
