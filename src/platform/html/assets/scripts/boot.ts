/** What every page loads: tells the styles that scripts run, and wakes the components that are on the page. */
import {
	Button,
	CharacterCount,
	Checkboxes,
	createAll,
	ErrorSummary,
	ExitThisPage,
	FileUpload,
	isSupported,
	NotificationBanner,
	PasswordInput,
	Radios,
	ServiceNavigation,
	SkipLink,
} from "govuk-frontend";

document.body.classList.add("js-enabled");

if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");

if (isSupported()) {
	// A second press within a second is a slip of the hand; the server makes one request of the two anyway.
	createAll(Button, { preventDoubleClick: true });
	createAll(CharacterCount);
	createAll(Checkboxes);
	createAll(ErrorSummary);
	createAll(ExitThisPage);
	createAll(FileUpload);
	createAll(NotificationBanner);
	createAll(PasswordInput);
	createAll(Radios);
	createAll(ServiceNavigation);
	createAll(SkipLink);
}
