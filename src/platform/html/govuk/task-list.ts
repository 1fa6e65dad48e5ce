import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type TagProps, tag } from "./tag.ts";

export type Task = {
	title: Content & Optional<{ classes: string }>;
	status: MaybeContent & Optional<{ tag: TagProps; classes: string }>;
} & Optional<{ hint: Content; href: string; classes: string }>;

export type TaskListProps = { items: List<Task> } & Optional<{
	classes: string;
	attributes: Attributes;
	/** `task-list`, if not given: needed where a page has two. */
	idPrefix: string;
}>;

export function taskList(props: TaskListProps): Html {
	return html`<ul class="${classes("govuk-task-list", props.classes)}"${attributes(props.attributes)}>
	${each(props.items, (item, number) => task(item, `${props.idPrefix || "task-list"}-${number}`))}
</ul>`;
}

function task(item: Task, id: string): Html {
	const { status } = item;
	return html`<li class="${classes("govuk-task-list__item", item.href && "govuk-task-list__item--with-link", item.classes)}">
	<div class="govuk-task-list__name-and-hint">
		${title(item, id)}
		${item.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${content(item.hint)}</div>`}
	</div>
	<div class="${classes("govuk-task-list__status", status.classes)}" id="${id}-status">
		${status.tag ? tag(status.tag) : content(status)}
	</div>
</li>`;
}

function title({ title: part, href, hint }: Task, id: string): Html {
	if (!href) return html`<div${attribute("class", part.classes)}>${content(part)}</div>`;
	const described = classes("", hint && `${id}-hint`, `${id}-status`);
	return html`<a class="${classes("govuk-link govuk-task-list__link", part.classes)}" href="${href}" aria-describedby="${described}">
	${content(part)}
</a>`;
}
