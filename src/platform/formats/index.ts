/** How things are written in this country: each `read…` takes what was typed and gives the one form to keep, or undefined. */

export { numbersFit, readAccountNumber, readSortCode, sortCodeInWords } from "./bank.ts";
export { type CsvCell, csvOf } from "./csv.ts";
export { emailHint, readEmail } from "./email.ts";
export { ninoInWords, readNino } from "./nino.ts";
export { phoneInWords, readPhone, type Phone } from "./phone.ts";
export { readPostcode } from "./postcode.ts";
export { codeFrom, newReference, readCode, readReference } from "./reference.ts";
export { cleanText } from "./text.ts";
export { readVehicle } from "./vehicle.ts";
