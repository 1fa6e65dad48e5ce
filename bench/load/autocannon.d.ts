/** The part of autocannon (no types of its own) that the benchmark uses. */
declare module "autocannon" {
	import type { EventEmitter } from "node:events";

	export type Asked = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };
	type Options = {
		url: string;
		connections: number;
		duration: number;
		timeout: number;
		requests: { setupRequest: (asked: Asked) => Asked }[];
	};
	type Result = { errors: number; timeouts: number; duration: number };
	export default function autocannon(
		options: Options,
		done: (error: Error | null, result: Result) => void,
	): EventEmitter<{ response: [client: unknown, status: number, bytes: number, milliseconds: number] }>;
}
