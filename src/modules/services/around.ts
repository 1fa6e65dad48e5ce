import type { House } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { isWorkingDay, londonDate, londonMinutes } from "../../platform/time/index.ts";
import { wardByCode } from "../places/index.ts";

/** Where a request is and when it came, as routing asks for it. */
export type Surroundings = {
	/** By name; "" where it is not known. */
	at: { ward: string; locality: string };
	/** On London's clock: the hour from 0, the day from Monday as 1, and whether the council works that day. */
	arrived: { hour: number; weekday: number; working: boolean };
};

/** The names there are, each with what it is when nothing is known. */
export const nowhere: Surroundings = {
	at: { ward: "", locality: "" },
	arrived: { hour: 0, weekday: 1, working: false },
};

/** What surrounds a request in a ward, by the ward's code, that came at an instant. */
export function surroundings(house: House, ward: string | null, arrived: Date): Surroundings {
	const found = ward === null ? undefined : wardByCode(house, ward);
	const day = londonDate(arrived);
	return {
		at: { ward: found?.name ?? "", locality: found?.locality ?? "" },
		arrived: {
			hour: Math.floor(londonMinutes(arrived) / 60),
			weekday: ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
			working: isWorkingDay(day, councilPart.of(house).calendar),
		},
	};
}
