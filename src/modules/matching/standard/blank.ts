/** What people and systems write where they know nothing. */
const phrases = new Set(
	[
		"n/a|n.a.|na|nil|none|null|nan|nk|n/k|unk|unknown|not known|not given|not stated|not provided",
		"not applicable|not recorded|undisclosed|refused|withheld|tbc|tbd|tba|test|testing|dummy|anon",
		"anonymous|no name|noname|no email|noemail|no phone|no fixed abode|nfa|deleted|do not use|blank|empty",
		"xx|xxx|xxxx|-|--|.|?|0",
	].flatMap((line) => line.split("|")),
);

/** Whether a field says nothing: empty, a phrase for unknown, nothing but signs, or one character four times and no other. */
export function isBlank(text: string | undefined): boolean {
	if (text === undefined) return true;
	const said = text.trim().toLowerCase();
	return said === "" || phrases.has(said) || /^[^\p{L}\p{N}]+$/u.test(said) || /^(.)\1{3,}$/u.test(said);
}
