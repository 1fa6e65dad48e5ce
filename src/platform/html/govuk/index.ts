/** The components of the GOV.UK Design System as functions from typed options to markup. */
export {
	type AccordionSection,
	type AccordionProps,
	accordion,
} from "./accordion.ts";
export { type BackLinkProps, backLink } from "./back-link.ts";
export {
	type Breadcrumb,
	type BreadcrumbsProps,
	breadcrumbs,
} from "./breadcrumbs.ts";
export { type ButtonProps, button } from "./button.ts";
export { type CharacterCountProps, characterCount } from "./character-count.ts";
export {
	type Checkbox,
	type CheckboxesItem,
	type CheckboxesProps,
	checkboxes,
} from "./checkboxes.ts";
export {
	type CookieBannerMessage,
	type CookieBannerProps,
	cookieBanner,
} from "./cookie-banner.ts";
export {
	type DateInputItem,
	type DatePart,
	type DateInputProps,
	dateInput,
} from "./date-input.ts";
export { type DetailsProps, details } from "./details.ts";
export { type ErrorMessageProps, errorMessage } from "./error-message.ts";
export {
	type ErrorSummaryItem,
	type ErrorSummaryProps,
	errorSummary,
} from "./error-summary.ts";
export { type ExitThisPageProps, exitThisPage } from "./exit-this-page.ts";
export { type FeedbackProps, feedback } from "./feedback.ts";
export { type Legend, type FieldsetProps, fieldset } from "./fieldset.ts";
export { type FileUploadProps, fileUpload } from "./file-upload.ts";
export {
	type FooterLink,
	type FooterNavigation,
	type FooterMeta,
	type FooterProps,
	footer,
} from "./footer.ts";
export { type GenericHeaderProps, genericHeader } from "./generic-header.ts";
export { type HeaderProps, header } from "./header.ts";
export { type HintProps, hint } from "./hint.ts";
export {
	type Affix,
	type InputMode,
	type InputType,
	type InputProps,
	input,
} from "./input.ts";
export { type InsetTextProps, insetText } from "./inset-text.ts";
export { type LabelProps, label } from "./label.ts";
export {
	type LanguageNavigationItem,
	type LanguageNavigationProps,
	languageNavigation,
} from "./language-navigation.ts";
export {
	type NotificationBannerProps,
	notificationBanner,
} from "./notification-banner.ts";
export {
	type PaginationItem,
	type PaginationLink,
	type PaginationProps,
	pagination,
} from "./pagination.ts";
export { type PanelActions, type PanelProps, panel } from "./panel.ts";
export { type PasswordInputProps, passwordInput } from "./password-input.ts";
export { type PhaseBannerProps, phaseBanner } from "./phase-banner.ts";
export { type RadiosItem, type RadiosProps, radios } from "./radios.ts";
export { type SelectItem, type SelectProps, select } from "./select.ts";
export {
	type ServiceNavigationItem,
	type ServiceNavigationSlots,
	type ServiceNavigationProps,
	serviceNavigation,
} from "./service-navigation.ts";
export { type SkipLinkProps, skipLink } from "./skip-link.ts";
export {
	type SummaryListRow,
	type SummaryListProps,
	summaryList,
} from "./summary-list.ts";
export { type TableCell, type TableProps, table } from "./table.ts";
export { type Tab, type TabsProps, tabs } from "./tabs.ts";
export { type TagProps, tag } from "./tag.ts";
export { type Task, type TaskListProps, taskList } from "./task-list.ts";
export { type TextareaProps, textarea } from "./textarea.ts";
export { type WarningTextProps, warningText } from "./warning-text.ts";
