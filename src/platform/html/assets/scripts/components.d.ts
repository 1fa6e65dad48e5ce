// The scripts of these packages carry no types; these are the parts that ours use.
declare module "govuk-frontend" {
	type Component = new (root: Element, config?: never) => unknown;
	export const Button: Component;
	export const CharacterCount: Component;
	export const Checkboxes: Component;
	export const ErrorSummary: Component;
	export const ExitThisPage: Component;
	export const FileUpload: Component;
	export const NotificationBanner: Component;
	export const PasswordInput: Component;
	export const Radios: Component;
	export const ServiceNavigation: Component;
	export const SkipLink: Component;
	export function createAll(component: Component, config?: Record<string, unknown>, scope?: Element): unknown[];
	export function isSupported(): boolean;
}

declare module "@ministryofjustice/frontend" {
	type Component = new (root: Element, config?: never) => unknown;
	export const Alert: Component;
	export const ButtonMenu: Component;
	export const SortableTable: Component;
}
