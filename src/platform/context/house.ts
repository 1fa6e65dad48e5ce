import type { Db } from "../db/connect.ts";

/** One running deployment: its database and, through slots, all that was put in place at start-up. */
export type House = {
	readonly db: Db;
};
