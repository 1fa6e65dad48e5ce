/** A form for tests with a page for each kind of question that a made-up council may ask. */
import { type FormDefinition, formShape } from "./definition.ts";
import { compileForm, type Form } from "./form.ts";

const why = "So that we can help.";
const says = (id: string) => ({ id, why, error: `Answer ${id}` });
const page = (id: string, question: object) => ({ id, questions: [question] });
const options = [
	{ value: "red", label: "Red" },
	{ value: "blue", label: "Blue" },
];

const everyKindDefinition: FormDefinition = formShape.parse({
	pages: [
		page("rules", {
			id: "rules",
			kind: "information",
			ask: "Before you start",
			say: ["You need your bank card.", "It takes ten minutes."],
		}),
		page("note", { ...says("note"), kind: "text", ask: "What is it called?" }),
		page("story", { ...says("story"), kind: "long-text", ask: "What happened?" }),
		page("colour", { ...says("colour"), kind: "choice", ask: "What colour is it?", options }),
		page("colours", { ...says("colours"), kind: "choices", ask: "What colours are there?", options }),
		page("country", {
			...says("country"),
			kind: "select",
			ask: "Where do you come from?",
			options: [
				{ value: "wales", label: "Wales" },
				{ value: "cote-divoire", label: "Côte d’Ivoire" },
				{ value: "austria", label: "Austria" },
			],
		}),
		page("sure", { ...says("sure"), kind: "yes-no", ask: "Are you sure?" }),
		page("from", { ...says("from"), kind: "date", ask: "When does it start?", called: "The start date" }),
		page("until", {
			...says("until"),
			kind: "date",
			ask: "When does it end?",
			called: "The end date",
			"not-before": "from",
		}),
		page("height", { ...says("height"), kind: "number", ask: "How high is it?", unit: "metres", decimals: 1 }),
		page("income", { ...says("income"), kind: "money", ask: "How much do you earn a week?", most: 5000 }),
		page("name", { ...says("name"), kind: "name", ask: "What is your name?" }),
		page("email", { ...says("email"), kind: "email", ask: "What is your email address?" }),
		page("phone", { ...says("phone"), kind: "phone", ask: "What is your telephone number?" }),
		page("nino", { ...says("nino"), kind: "nino", ask: "What is your National Insurance number?" }),
		page("car", { ...says("car"), kind: "vehicle", ask: "What is the registration number?" }),
		page("account", { ...says("account"), kind: "bank", ask: "Bank or building society account details", roll: true }),
		page("home", { ...says("home"), kind: "address", ask: "What is your address?" }),
		page("house", { ...says("house"), kind: "property", ask: "Which house is it about?", other: true }),
		page("spot", {
			...says("spot"),
			kind: "place",
			ask: "Where is the lamp post?",
			asset: { layer: "lamp-posts", ask: "Number on the lamp post" },
		}),
		page("photos", { ...says("photos"), kind: "photos", ask: "Do you have photos?", optional: true, most: 2 }),
		page("proof", { ...says("proof"), kind: "files", ask: "Add your proof of income", optional: true, most: 2 }),
		page("agree", {
			...says("agree"),
			kind: "declaration",
			ask: "Your agreement",
			say: ["We check what you tell us."],
			agree: "I understand that what I say must be true",
		}),
	],
	send: "Send your application",
});

export const everyKindForm: Form = compileForm(everyKindDefinition);
