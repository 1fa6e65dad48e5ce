import { type Attributes, attribute, attributes, classes, flag } from "../attributes.ts";
import type { Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { between, describedBy, type LabelledProps, labelled } from "./form-group.ts";
import { type Plurals, translations } from "./translations.ts";

export type FileUploadProps = LabelledProps &
	Optional<{
		multiple: boolean;
		/** A drop zone and a button with our own words, where script runs. What follows is for it alone. */
		javascript: boolean;
		chooseFilesButtonText: string;
		dropInstructionText: string;
		multipleFilesChosenText: Plurals;
		noFileChosenText: string;
		enteredDropZoneText: string;
		leftDropZoneText: string;
		wrapperClasses: string;
		wrapperAttributes: Attributes;
	}>;

export function fileUpload(props: FileUploadProps): Html {
	const id = props.id || props.name;
	const className = classes("govuk-file-upload", props.classes, props.errorMessage && "govuk-file-upload--error");
	const control = html`<input class="${className}" id="${id}" name="${props.name}" type="file"${flag("disabled", props.disabled)}${flag("multiple", props.multiple)}${attribute("aria-describedby", describedBy(id, props, props.describedBy))}${attributes(props.attributes)}>`;
	return labelled(id, props, between(props.formGroup, props.javascript ? enhanced(props, control) : control));
}

function enhanced(props: FileUploadProps, control: Html): Html {
	const words = translations({
		"choose-files-button": props.chooseFilesButtonText,
		"no-file-chosen": props.noFileChosenText,
		"multiple-files-chosen": props.multipleFilesChosenText,
		"drop-instruction": props.dropInstructionText,
		"entered-drop-zone": props.enteredDropZoneText,
		"left-drop-zone": props.leftDropZoneText,
	});
	return html`<div class="${classes("govuk-file-upload-wrapper", props.wrapperClasses)}" data-module="govuk-file-upload"${attributes(words)}${attributes(props.wrapperAttributes)}>
	${control}
</div>`;
}
