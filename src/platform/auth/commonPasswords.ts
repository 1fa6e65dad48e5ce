/**
 * What people choose first when told to choose at least twelve characters. A password is refused when one of these is all
 * that is left of it without its digits, marks and capitals, once or repeated.
 */
export const commonWords: ReadonlySet<string> = new Set(
	`password passwort passphrase passw passwd pass word welcome letmein secret changeme changeit default temp temporary
	admin administrator root user login guest test testing master access system computer internet server network
	qwerty qwertyuiop qwertyui asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qwertyasdf azerty abc abcd abcdef
	abcdefg abcdefgh abcdefghijkl iloveyou loveyou love sunshine princess dragon monkey football baseball superman batman
	trustno shadow michael charlie thomas george jordan hunter hello helloworld freedom whatever starwars pokemon
	liverpool arsenal chelsea everton manchester manutd england london summer winter autumn spring monday tuesday
	wednesday thursday friday saturday sunday january february march april june july august september october november
	december council officer desk frontdoor service services office work holiday christmas chocolate biscuit correcthorsebatterystaple
	mypassword thisismypassword newpassword yourpassword passwordpassword letmeinplease nopassword ilovemyjob`
		.split(/\s+/)
		.filter(Boolean),
);

/** Rows of keys, and the runs that count up. */
export const runs: readonly string[] = [
	"01234567890123456789",
	"98765432109876543210",
	"abcdefghijklmnopqrstuvwxyz",
	"zyxwvutsrqponmlkjihgfedcba",
	"qwertyuiopasdfghjklzxcvbnm",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm",
	"1q2w3e4r5t6y7u8i9o0p",
];
