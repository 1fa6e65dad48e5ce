/**
 * Email addresses, by what mail systems deliver to in practice: ASCII before the @, at most 64 characters of it; a domain with
 * a dot, in any script (sent as punycode); 254 in all (RFC 5321). No quoted names, no address in brackets, no bare host.
 * Only a message that arrives proves an address.
 */

import { domainToASCII } from "node:url";

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const top = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** ` Jo.Bloggs+bins@Example.COM ` → `Jo.Bloggs+bins@example.com`: only the domain is the same in any case. */
export function readEmail(typed: string): string | undefined {
	const text = typed.trim();
	const at = text.lastIndexOf("@");
	if (text.length > 254 || at < 1) return undefined;
	const name = text.slice(0, at);
	const domain = domainOf(text.slice(at + 1));
	if (domain === undefined || name.length > 64 || !local.test(name)) return undefined;
	const address = `${name}@${domain}`;
	return address.length > 254 ? undefined : address;
}

function domainOf(typed: string): string | undefined {
	// The URL parser would turn numbers into an IP address and forgive percent signs; only letters are for it to judge.
	if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed)) return undefined;
	const domain = domainToASCII(typed);
	const labels = domain.split(".");
	if (labels.length < 2 || !labels.every((part) => label.test(part)) || !top.test(labels.at(-1) ?? ""))
		return undefined;
	return domain;
}

/** Where most residents' mail is. Those that look like a slip of a bigger one are here so that they are left alone. */
const common = [
	"gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com outlook.co.uk live.com live.co.uk msn.com",
	"yahoo.com yahoo.co.uk ymail.com rocketmail.com aol.com aol.co.uk icloud.com me.com mac.com mail.com email.com",
	"btinternet.com btopenworld.com sky.com virginmedia.com ntlworld.com blueyonder.co.uk talktalk.net tiscali.co.uk",
	"proton.me protonmail.com gmx.com gmx.co.uk gmx.net zoho.com nhs.net yandex.com fastmail.com",
]
	.join(" ")
	.split(" ");
const isCommon = new Set(common);

/** “Did you mean …?” for an address whose domain is one slip from a common one; undefined when there is nothing to ask. */
export function emailHint(address: string): string | undefined {
	const at = address.lastIndexOf("@");
	const domain = address.slice(at + 1).toLowerCase();
	if (at < 1 || isCommon.has(domain)) return undefined;
	const meant = common.find((known) => isOneSlip(domain, known));
	return meant === undefined ? undefined : `${address.slice(0, at)}@${meant}`;
}

/** One character more, less or other, or two neighbours swapped. */
function isOneSlip(typed: string, meant: string): boolean {
	let start = 0;
	while (start < typed.length && typed[start] === meant[start]) start++;
	let end = 0;
	const room = Math.min(typed.length, meant.length) - start;
	while (end < room && typed.at(-1 - end) === meant.at(-1 - end)) end++;
	const a = typed.slice(start, typed.length - end);
	const b = meant.slice(start, meant.length - end);
	return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]);
}
