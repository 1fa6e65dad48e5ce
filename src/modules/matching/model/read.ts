import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Model, modelShape } from "./model.ts";

/** A model from its file; without one, the one for residents. Throws in plain words when it is no model. */
export function readModel(path = join(import.meta.dirname, "residents.yaml")): Model {
	const read = modelShape.safeParse(parse(readFileSync(path, "utf8")));
	if (!read.success) throw new Error(`${path} is no model:\n${z.prettifyError(read.error)}`);
	return read.data;
}
