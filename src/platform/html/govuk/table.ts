import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { content, each, type List, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

export type TableCell = MaybeContent &
	Optional<{
		format: "numeric";
		classes: string;
		colspan: number;
		rowspan: number;
		attributes: Attributes;
	}>;

export type TableProps = { rows: List<readonly TableCell[]> } & Optional<{
	head: readonly TableCell[];
	caption: string;
	captionClasses: string;
	firstCellIsHeader: boolean;
	classes: string;
	attributes: Attributes;
}>;

export function table(props: TableProps): Html {
	return html`<table class="${classes("govuk-table", props.classes)}"${attributes(props.attributes)}>
	${props.caption && html`<caption class="${classes("govuk-table__caption", props.captionClasses)}">${props.caption}</caption>`}
	${
		props.head &&
		html`<thead class="govuk-table__head">
		<tr class="govuk-table__row">
			${each(props.head, headCell)}
		</tr>
	</thead>`
	}
	<tbody class="govuk-table__body">
		${each(props.rows, (cells) => row(cells, props.firstCellIsHeader))}
	</tbody>
</table>`;
}

function headCell(item: TableCell): Html {
	const className = classes("govuk-table__header", item.format && `govuk-table__header--${item.format}`, item.classes);
	return html`<th scope="col" class="${className}"${spans(item)}>${content(item)}</th>`;
}

function row(cells: readonly TableCell[], firstIsHeader: boolean | undefined): Html {
	return html`<tr class="govuk-table__row">
	${each(cells, (item, number) => (firstIsHeader && number === 1 ? rowHeader(item) : cell(item)))}
</tr>`;
}

function rowHeader(item: TableCell): Html {
	return html`<th scope="row" class="${classes("govuk-table__header", item.classes)}"${spans(item)}>${content(item)}</th>`;
}

function cell(item: TableCell): Html {
	const className = classes("govuk-table__cell", item.format && `govuk-table__cell--${item.format}`, item.classes);
	return html`<td class="${className}"${spans(item)}>${content(item)}</td>`;
}

function spans(item: TableCell): Renderable {
	return [attribute("colspan", item.colspan), attribute("rowspan", item.rowspan), attributes(item.attributes)];
}
