// The package brings no types. These are the few that are used, as its documentation gives them.
declare module "mailparser" {
	export type Attachment = { contentType: string; content: Buffer };
	export type Address = { name: string; address?: string };
	export type ParsedMail = {
		attachments: Attachment[];
		/** By name in small letters; what a header's value is depends on the header. */
		headers: Map<string, unknown>;
		headerLines: readonly { key: string; line: string }[];
		text?: string;
		html: string | false;
		subject?: string;
		messageId?: string;
		from?: { value: Address[] };
		to?: { value: Address[] };
	};
	export function simpleParser(source: string | Buffer, options?: object): Promise<ParsedMail>;
}
