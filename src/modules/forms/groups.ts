/** Groups: questions that are asked of each of several things. Their items, how they are kept in a draft, and their pages. */
export {
	addItemFiles as addFiles,
	itemsAt,
	type ItemsAt,
	newItemName,
	type NotKept,
	passGroup as pass,
	removeItem,
	removeItemFile as removeFile,
	saveItem,
} from "./itemActions.ts";
export { type Group, nameOfItem, partsOf, tooFew, unfinished } from "./items.ts";
export { itemInWords } from "./itemWords.ts";
export { tooFewWords } from "./reading/group.ts";
export { another, itemsPage, removalPage } from "./views/items.ts";
