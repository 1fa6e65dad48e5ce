import type { Kind } from "../../forms/index.ts";

/** What kind of answer a question asks for, to officers. */
export const kindWords: Readonly<Record<Kind, string>> = {
	text: "Text",
	"long-text": "Long text",
	date: "Date",
	number: "Number",
	money: "Amount of money",
	choice: "One of several",
	choices: "Some of several",
	select: "One of a list",
	"yes-no": "Yes or no",
	declaration: "Declaration",
	information: "Information, no answer",
	name: "Name",
	email: "Email address",
	phone: "Telephone number",
	nino: "National Insurance number",
	vehicle: "Vehicle registration",
	bank: "Bank details",
	address: "Address",
	property: "Address in the area",
	place: "Place on the map",
	photos: "Photos",
	files: "Files",
	group: "Several of the same",
};
