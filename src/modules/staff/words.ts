import { leastPassword, mostPassword, type PasswordRefusal } from "../../platform/auth/index.ts";

/** What is said of a password that is refused. */
export const passwordWords: Record<PasswordRefusal, string> = {
	"password-short": `Choose a password of at least ${leastPassword} characters`,
	"password-long": `Choose a password of at most ${mostPassword} characters`,
	"password-common":
		"Choose a password that is harder to guess. Three or four words that do not belong together are good",
	"password-about-you": "Choose a password that is not made of your name or email address",
};
