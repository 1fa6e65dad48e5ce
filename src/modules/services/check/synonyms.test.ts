import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleDefinition } from "../sample.test-data.ts";
import { sharedNumbers, synonymFaults } from "./synonyms.ts";

test("what people call things names services that there are, and each phrase one of them", () => {
	const services = { snow: ["Ice on path", "slippy"], snwo: ["ice on path"], bins: ["dustbin", "Dustbin"] };
	const found = synonymFaults({ words: [], services }, ["snow", "bins"]);
	assert.deepEqual(
		found.map(({ path }) => path.join(".")),
		["services.snwo", "services.snwo.0", "services.bins.1"],
	);
	assert.match(found[0]?.sentence ?? "", /There is no service "snwo".*snow/);
	assert.match(found[1]?.sentence ?? "", /for the service "snow"/);
	assert.match(found[2]?.sentence ?? "", /stands here twice/);
});

test("a number of the service list that two services have is worth a look", () => {
	const services = [sampleDefinition({ lgsl: 7 }), sampleDefinition({ id: "grit", lgsl: 7 }), sampleDefinition()];
	const [one, ...more] = sharedNumbers(services);
	assert.deepEqual([one?.path, more], [[1, "lgsl"], []]);
});
