import type { Context } from "../../../platform/context/index.ts";
import { cleanText, readEmail, readPhone } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Client, Submission } from "../../../modules/requests/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { isWrong, type Wrong, wrong } from "./answers.ts";
import type { CreateArguments } from "./arguments.ts";
import { wrongMedia } from "./checks.ts";
import { readWhere } from "./place.ts";
import { readQuestions } from "./questions.ts";

const longestDescription = 4000;

/** A report of another system as the submission it is, or what is wrong with it: every problem at once. */
export function readSubmission(
	ctx: Context,
	service: Service,
	args: CreateArguments,
	client: Client,
): Omit<Submission, "files"> | Wrong {
	const where = readWhere(ctx.house, args);
	if (isWrong(where)) return where;
	const media = wrongMedia(args.media_url);
	if (media) return media;
	const description = cleanText(args.description, { max: longestDescription, lines: true });
	if (isRefusal(description)) return wrong(400, `description can have ${longestDescription} characters at most.`);
	const customer = customerIn(args);
	if (isWrong(customer)) return customer;
	const read = readQuestions(ctx, service, { attribute: args.attribute, description, customer, where });
	if (isWrong(read)) return read;
	const reference = args.attribute["fixmystreet_id"];
	return {
		service,
		answers: read,
		customer,
		channel: "open311",
		client: { id: client.id, ...(isReference(reference) ? { reference } : {}) },
		description: [description, ...args.media_url].filter(Boolean).join("\n\n"),
	};
}

function customerIn(args: CreateArguments): { name: string; email: string; phone: string } | Wrong {
	const { first_name, last_name, email, phone } = args;
	if (email !== "" && readEmail(email) === undefined) return wrong(400, "email is not an email address.");
	if (phone !== "" && readPhone(phone) === undefined) return wrong(400, "phone is not a telephone number.");
	const name = cleanText(`${first_name} ${last_name}`, { max: 200, lines: false });
	return isRefusal(name) ? wrong(400, "first_name and last_name are too long.") : { name, email, phone };
}

function isReference(value: string | string[] | undefined): value is string {
	return typeof value === "string" && /^[\w-]{1,100}$/.test(value);
}
