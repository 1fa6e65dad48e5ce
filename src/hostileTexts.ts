/** What people with bad luck or bad intent type, for tests. Where it can, a text says `breakout` when it becomes markup. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const right = "\u202e";

export const hostileTexts: readonly string[] = [
	// Markup, out of text, out of attributes, out of boxes.
	"<breakout>element</breakout>",
	"<script src=//breakout.example></script>",
	'"><breakout a="',
	"'><breakout a='",
	'" breakout="1" onfocus="breakout()" autofocus="',
	"' breakout='1' onfocus='breakout()' autofocus='",
	"` breakout=`1` onmouseover=breakout() ",
	"</textarea><breakout>",
	"</title><breakout>",
	"</script><script>breakout()</script>",
	"</style><style>*{color:red}",
	"<!--<breakout>--><breakout>",
	"<![CDATA[<breakout>]]><breakout>",
	"<svg/onload=breakout()>",
	"<img src=x onerror=breakout()>",
	"<iframe srcdoc='<breakout>'></iframe>",
	'<a href="javascript:breakout()">x</a>',
	"<form action=//breakout.example><input name=_csrf>",
	'<meta http-equiv="refresh" content="0;url=//breakout.example">',
	"<base href=//breakout.example>",
	"javascript:breakout()",
	"data:text/html,<breakout>",
	"&lt;breakout&gt; &#60;breakout&#62; &amp;lt;breakout&amp;gt;",
	"\u00abscript\u00bb \uff1cbreakout\uff1e",
	"<\u0000breakout>",
	// Other languages than ours.
	"'; drop table requests.request; --",
	"1' or '1'='1",
	"$$; select pg_sleep(5); $$",
	"\\'; select 1; --",
	"%' and 1=1 escape '\\",
	"{{7*7}} {{constructor.constructor('breakout()')()}}",
	"${7*7} #{7*7} <%= 7*7 %> *{7*7} [[7*7]]",
	'{"$gt":""}',
	"__proto__",
	"constructor[prototype][breakout]=1",
	"%s%n%x%p %d {0} {name} ((name))",
	"$(touch /tmp/breakout) `touch /tmp/breakout` | touch /tmp/breakout",
	"../../../../etc/passwd",
	"..\\..\\windows\\win.ini",
	"file:///etc/passwd",
	"()[]{}*+?.^$|\\",
	"& | ! ( ) : * <-> 'a' \\",
	"# Heading\n* list\n^ note\n[a link](javascript:breakout())",
	// Formulas, headers and lines.
	"=cmd|' /C calc'!A0",
	'@SUM(1+1)*cmd|"/C calc"!A0',
	"+1+1\t-1-1",
	"a@example.com\r\nBcc: breakout@example.com\r\n\r\nbreakout",
	"x\r\nSet-Cookie: breakout=1",
	"one\rtwo\u2028three\u2029four\u0085five\u000bsix\u000cseven",
	"%00%0d%0a %u0041 %ff%fe",
	// Letters as they come.
	`${right}txt.exe\u202c \u2066\u2067\u2068\u2069`,
	"Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034fa\u0334\u0319\u0324\u031e\u0349l\u0363\u0369g\u0335o\u0488",
	"pay\u200bpal \ufeffx\u00ad\u2060y \u200d\u200c",
	"\ufb01 \uff21\uff22 \u212b \u1e9b\u0323 \u0130 \u0131 \u00df \ufdfa",
	"e\u0301 \u00e9 \u1112\u1161\u11ab \ud55c",
	"\u{1f469}\u{1f3fd}\u200d\u{1f680}\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} \u2764\ufe0f",
	"\u0627\u0644\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd \u0e17\u0e14\u0e2a\u0e2d\u0e1a \u6f22\u5b57 \u0939\u093f\u0928\u094d\u0926\u0940",
	"\ud800 \udfff \uffff \ufffe",
	"a\u0000b\u0001c\u001b[31md\u007fe\u009bf",
	" \t \u00a0\u2003\u3000 ",
	// Things that are not what they look like, and too much of a thing.
	"NaN Infinity -0 1e309 0x1f \u0661\u0662\u0663 \uff11",
	"null undefined true [object Object]",
	"9".repeat(400),
	"x".repeat(30_000),
	`${"\u{1f642}".repeat(3_000)}<breakout>`,
	`e${"\u0301".repeat(5_000)}`,
	"\n".repeat(5_000),
];

/** The big list of naughty strings, where the folder of shared data has it: SHARED_DATA names the folder. */
export function naughtyTexts(): readonly string[] {
	const folder = process.env["SHARED_DATA"] ?? resolve(import.meta.dirname, "../../shared/data");
	const file = resolve(folder, "robustness/blns.json");
	return existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** Several in one text, so that a field gets all of them in a few posts. None is cut. */
export function bundles(texts: readonly string[], longest: number): string[] {
	const all: string[] = [];
	let held = "";
	for (const text of texts) {
		if (text.length > longest) continue;
		if (held.length + 1 + text.length > longest) {
			all.push(held);
			held = "";
		}
		held = held === "" ? text : `${held} ${text}`;
	}
	return held === "" ? all : [...all, held];
}
