import type { OfficerContext } from "../../../platform/context/index.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { golden } from "../../../modules/records/index.ts";
import { sourceOf } from "../../../modules/sources/index.ts";
import { valueAt } from "./addresses.ts";
import { lineageOf, saidWords, valueInWords } from "./lineage.ts";
import { sourceNames } from "./names.ts";
import { madeOf, type Read } from "./read.ts";
import type { FormProps, ValueProps } from "./value.views.ts";

export function valueProps(
	ctx: OfficerContext,
	read: Read,
	value: golden.GoldenValue,
	form: FormProps | undefined,
): ValueProps {
	const { field } = value;
	const nameOf = sourceNames(ctx);
	return {
		name: golden.fieldWords[field],
		at: valueAt(read.tree.head.reference, field),
		value: valueInWords(field, value.value),
		lineage: lineageOf(value, nameOf, ctx.now),
		said: read.said
			.filter((one) => one.field === field)
			.map((one) => ({
				recordId: one.recordId,
				value: valueInWords(field, one.value),
				who: saidWords(one, nameOf, ctx.now),
				stands: one === value.said,
				tell: form ? telling(ctx, read, one) : [],
			})),
		choices: read.choices
			.filter((one) => one.field === field)
			.map(({ id, value: chosen, why, by, at, endedAt, endedBy }) => ({
				id,
				value: valueInWords(field, chosen),
				why,
				by: `${by}, ${shortDate(at)}`,
				ended: endedAt && `Ended by ${endedBy ?? "somebody"}, ${shortDate(endedAt)}`,
			})),
		form,
	};
}

/** For each field that the value is made of, and that is shown. */
function telling({ house }: OfficerContext, { records }: Read, { recordId, field }: golden.SaidValue) {
	const record = records.find(({ id }) => id === recordId);
	const declared = record && sourceOf(house, record.source);
	if (!record || !declared) return [];
	return declared.fields
		.filter(({ id }) => madeOf[field].includes(id) && record.said[id])
		.map(({ id, name }) => ({
			text: `Tell ${declared.name} that their ${name.toLowerCase()} is wrong`,
			href: `/desk/corrections/new?${new URLSearchParams({ record: recordId, field: id })}`,
		}));
}
