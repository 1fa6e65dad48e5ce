/** Time in the council: calendar dates (`YYYY-MM-DD`), instants (`Date`), London's clock, working days and their words. */

export { addCalendarMonths, addDays, dateOf, daysBetween, isDate } from "./dates.ts";
export { addHours, endOfDay, londonDate, londonInstant, londonMinutes, startOfDay } from "./london.ts";
export { ago, dateInWords, dateTimeInWords, shortDate, timeInWords, workingDaysInWords } from "./words.ts";
export {
	addWorkingDays,
	calendars,
	explainWorkingDays,
	holidayOn,
	isWorkingDay,
	rollForward,
	skippedBetween,
	workingDaysBetween,
	type Calendar,
	type SkippedDay,
} from "./workingDays.ts";
