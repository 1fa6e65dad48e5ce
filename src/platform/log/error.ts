/** What the log may say of an error. */

export type DescribedError = {
	type: string;
	message: string;
	stack: string;
	code?: string;
	constraint?: string;
	table?: string;
	column?: string;
	cause?: DescribedError;
};

/**
 * An error without the values it was about. PostgreSQL's `detail` and `where`, and a statement's parameters, hold what people
 * typed; so do the quoted parts of "invalid input" and of JSON's complaints, and email addresses wherever they stand.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
	if (!(error instanceof Error)) return { type: typeof error, message: "What was thrown is no Error.", stack: "" };
	const code = textAt(error, "code");
	const quotes = error instanceof SyntaxError || code?.startsWith("22") === true;
	const message = withoutAddresses(quotes ? withoutQuoted(error.message) : error.message);
	const stack = (error.stack ?? "").replace(error.message, () => message);
	const described: DescribedError = { type: error.name, message, stack };
	if (code !== undefined) described.code = code;
	for (const key of ["constraint", "table", "column"] as const) {
		const value = textAt(error, key);
		if (value !== undefined) described[key] = value;
	}
	if (error.cause !== undefined && depth < 3) described.cause = describeError(error.cause, depth + 1);
	return described;
}

/** Mail servers say whose mailbox it is that they do not have. */
function withoutAddresses(message: string): string {
	return message.replace(/[^\s<>"(),:;@]{1,64}@[^\s<>"'(),:;@]{1,255}/g, "…@…");
}

function withoutQuoted(message: string): string {
	return message
		.replace(/"[^]*"/, '"…"')
		.replace(/'[^]*'/, "'…'")
		.replace(/Unexpected token .*?,/, "Unexpected token,");
}

function textAt(error: Error, key: string): string | undefined {
	const value: unknown = Reflect.get(error, key);
	return typeof value === "string" ? value : undefined;
}
