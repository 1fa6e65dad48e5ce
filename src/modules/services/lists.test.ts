import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { listsIn, withLists } from "./lists.ts";

test("a list of the pack takes the place of its name, wherever a select names it", async () => {
	const pack = await mkdtemp(join(tmpdir(), "pack-"));
	try {
		await mkdir(join(pack, "lists"));
		await writeFile(join(pack, "lists/colours.yaml"), "- { value: red, label: Red }\n- { value: blue, label: Blue }\n");
		await writeFile(join(pack, "lists/broken.yaml"), "- { value: red }\n");
		const lists = await listsIn(pack);
		const select = (list: string) => ({ kind: "select", id: "q", list });
		const { form, stages } = Object(
			withLists(
				{ form: { questions: [{ questions: [select("colours")] }] }, stages: [{ asks: [select("broken")] }] },
				lists,
			),
		);
		const options = [
			{ value: "red", label: "Red", apart: false },
			{ value: "blue", label: "Blue", apart: false },
		];
		assert.deepEqual(form, { questions: [{ questions: [{ kind: "select", id: "q", options }] }] });
		assert.deepEqual(
			stages,
			[{ asks: [select("broken")] }],
			"a name that no sound list has stays, and is refused later",
		);
		assert.deepEqual(withLists({ kind: "other", list: "colours" }, lists), { kind: "other", list: "colours" });
	} finally {
		await rm(pack, { recursive: true });
	}
	assert.equal((await listsIn(join(tmpdir(), "no-such-pack"))).size, 0);
});
