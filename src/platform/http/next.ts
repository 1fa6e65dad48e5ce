/**
 * A path of this site to go on to, from a link that anybody may have made: `/desk/requests?team=highways`. Undefined when it
 * would lead elsewhere, as `//elsewhere.example` and `/\elsewhere.example` do in browsers.
 */
export function localPath(text: string | undefined): string | undefined {
	if (text === undefined || text.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\"))
		return undefined;
	return text;
}
