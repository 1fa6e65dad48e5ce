/** What the customer, and others, may be asked later about a fallen tree. */
import { type Definition, definitionShape } from "../services/index.ts";

const why = "So that the right people come.";

export function outsideDefinition(base: Definition): Definition {
	return definitionShape.parse({
		...base,
		form: {
			...base.form,
			pages: [
				...base.form.pages,
				{
					id: "home",
					questions: [{ id: "home", kind: "address", ask: "Where do you live?", why, optional: true }],
				},
			],
		},
		register: { ...base.register, home: "home" },
		"asks-customer": [
			{
				id: "which-tree",
				name: "Which tree it is",
				say: "There are many trees there.",
				questions: [
					{ id: "kind", kind: "text", ask: "What kind of tree is it?", why, error: "Say what kind" },
					{ id: "planter", kind: "text", ask: "Who planted it?", why, optional: true, sealed: true },
					{ id: "oak", kind: "yes-no", ask: "Is it an old one?", why, when: 'kind == "oak"', error: "Say if it is" },
					{
						id: "caught",
						kind: "files",
						ask: "A photo of who did it",
						why,
						accept: ["photo"],
						optional: true,
						sealed: true,
					},
					{ id: "leaf", kind: "photos", ask: "A photo of a leaf", why, optional: true },
				],
				within: { days: 14 },
				moves: "looked-at",
				answered: { move: "ordered" },
				unanswered: { words: "We could not find the tree without you.", close: "not-ours" },
				remind: { days: 3 },
			},
		],
		opinions: [
			{
				id: "owner",
				name: "Land owner",
				say: "A tree fell near your land.",
				shows: ["more", "blocks"],
				questions: [{ id: "yours", kind: "yes-no", ask: "Is it yours?", why, error: "Say if it is yours" }],
				within: { days: 10 },
			},
			{
				id: "crew",
				name: "Contractor",
				say: "Tell us how the work goes.",
				questions: [{ id: "news", kind: "text", ask: "How does it go?", why, error: "Say how it goes" }],
				within: { days: 30 },
				moves: ["ordered", "cleared"],
			},
		],
	});
}
