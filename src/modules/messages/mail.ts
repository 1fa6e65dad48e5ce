import { type Html, html, join, trusted } from "../../platform/html/html.ts";

// Mail programs know little CSS and load nothing: what is here works without any of it.
const style = trusted(
	"body{margin:0;background:#f3f2f1;color:#0b0c0c;font:18px/1.5 Arial,Helvetica,sans-serif}" +
		"main,header,footer{max-width:34em;margin:0 auto;padding:16px 20px}" +
		"main{background:#fff}header{font-weight:bold}p{margin:0 0 1em;overflow-wrap:anywhere}a{color:#1d4f91}",
);

/** The HTML part of an email, made from the very text that its plain part has. Addresses in it become links. */
export function mailHtml({ sender, subject, body }: { sender: string; subject: string; body: string }): Html {
	return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title>
<style>${style}</style></head>
<body><header>${sender}</header><main>
${join(body.split("\n\n").map(paragraph), "\n")}
</main></body></html>
`;
}

function paragraph(text: string): Html {
	return html`<p>${join(text.split("\n").map(withLinks), html`<br>\n`)}</p>`;
}

function withLinks(line: string): Html {
	// Split by a group: every second piece is an address. The full stop after one is the sentence's.
	const pieces = line.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
	return join(pieces.map((piece, i) => (i % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece)));
}
