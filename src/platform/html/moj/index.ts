/** Patterns of the MOJ Design System, for the desk, as functions from typed options to markup. */
export { type AlertProps, type AlertVariant, alert } from "./alert.ts";
export { type BadgeProps, badge } from "./badge.ts";
export { type ButtonMenuProps, buttonMenu } from "./button-menu.ts";
export { type FilterCategory, type FilterProps, type FilterTag, filter, type SelectedFilters } from "./filter.ts";
export { type IdentityBarProps, identityBar } from "./identity-bar.ts";
export { type Message, type MessagesProps, messages } from "./messages.ts";
export { type PageHeaderActionsProps, pageHeaderActions } from "./page-header-actions.ts";
export {
	type SideNavigationItem,
	type SideNavigationProps,
	type SideNavigationSection,
	sideNavigation,
} from "./side-navigation.ts";
export { type SortDirection, sortableCell, sortableHeading, sortableTable } from "./sortable-table.ts";
export { type SubNavigationItem, type SubNavigationProps, subNavigation } from "./sub-navigation.ts";
export { type TimelineItem, type TimelineProps, timeline } from "./timeline.ts";
