import type { House } from "../../../platform/context/index.ts";
import type { Answers } from "../../forms/index.ts";
import { type Destination, routeFor, type Service, surroundings } from "../../services/index.ts";
import { whereOf } from "./submission.ts";

/** Where a request with these answers goes when it comes at an instant, and why. */
export function destinationOf(house: House, service: Service, answers: Answers, arrived: Date): Destination {
	return routeFor(service, answers, surroundings(house, whereOf(service, answers).ward, arrived));
}
