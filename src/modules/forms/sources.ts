/** Who said each answer, and when. */
export {
	type By,
	type Known,
	type Source,
	sourceInWords as inWords,
	type Sources,
	sourcesFor as kept,
	sourcesOf as of,
	speaker,
} from "./source.ts";
