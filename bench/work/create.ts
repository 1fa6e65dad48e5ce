/** A report from another system: GeoReport's POST, as a form. */
import { randomUUID } from "node:crypto";
import type { Asked } from "autocannon";
import { someAnswers } from "../../src/demo/answers.ts";
import { chance } from "../../src/demo/chance.ts";
import { demoPart } from "../../src/demo/data.ts";
import { type Service, services } from "../../src/modules/services/index.ts";
import type { House } from "../../src/platform/context/index.ts";
import type { Resident } from "./subjects.ts";

/** Half of those who report are known, a quarter are new, a quarter say nothing of themselves. */
export function createReports(house: House, apiKey: string, residents: readonly Resident[]): () => Asked {
	const luck = chance(311);
	const offered = services(house).flatMap((service) => {
		const code = service.definition.open311?.code;
		return code === undefined ? [] : [{ service, code }];
	});
	return () => {
		const { service, code } = luck.pick(offered);
		const body = new URLSearchParams({ api_key: apiKey, service_code: code, ...who() });
		addAnswers(body, service, someAnswers(house, demoPart.of(house), service, nobody, new Date(), luck));
		const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
		return { method: "POST", path: "/open311/v2/requests.json", headers, body: body.toString() };
	};

	function who(): Record<string, string> {
		const { name, email } = luck.pick(residents);
		const [first_name = "", ...last] = name.split(" ");
		const said = { first_name, last_name: last.join(" ") };
		if (luck.happens(0.5)) return { ...said, email };
		return luck.happens(0.5) ? { ...said, email: `new.${randomUUID()}@people.example` } : {};
	}
}

const nobody = { name: "", email: undefined, phone: undefined };

function addAnswers(body: URLSearchParams, service: Service, answers: ReturnType<typeof someAnswers>): void {
	const { place, description } = service.definition.register;
	for (const [id, answer] of Object.entries(answers)) {
		if (service.form.questions.get(id)?.local) continue;
		if (id === place && typeof answer === "object") addPlace(body, answer);
		else if (Array.isArray(answer)) for (const one of textsIn(answer)) body.append(`attribute[${id}][]`, one);
		else if (typeof answer !== "object") body.set(id === description ? "description" : `attribute[${id}]`, `${answer}`);
	}
	// The standard asks for a place of everything.
	if (!body.has("lat") && !body.has("address_string")) body.set("address_string", "About no place");
}

function textsIn(answers: readonly unknown[]): string[] {
	return answers.filter((answer) => typeof answer === "string");
}

function addPlace(body: URLSearchParams, place: object): void {
	if ("lines" in place && "postcode" in place) {
		body.set("address_string", [place.lines, place.postcode].flat().join(", "));
	} else if ("latitude" in place && "longitude" in place) {
		body.set("lat", String(place.latitude));
		body.set("long", String(place.longitude));
		if ("street" in place) body.set("address_string", String(place.street));
	}
}
