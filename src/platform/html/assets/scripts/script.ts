/** A form that an officer asks on one screen: it keeps what is typed, and shows what is asked next, without leaving the page. */
import { CharacterCount, Checkboxes, createAll, Radios } from "govuk-frontend";

for (const form of document.querySelectorAll<HTMLFormElement>("[data-script]")) follow(form);

/** Milliseconds after a change, so that the boxes of one answer go together. */
const pause = 300;

function follow(form: HTMLFormElement): void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asking: AbortController | undefined;
	const keep = async (submitter?: HTMLButtonElement) => {
		clearTimeout(waiting);
		asking?.abort();
		asking = new AbortController();
		try {
			const answer = await fetch(submitter?.formAction ?? form.action, {
				method: "POST",
				body: said(form, submitter),
				signal: asking.signal,
			});
			const page = new DOMParser().parseFromString(await answer.text(), "text/html");
			const pressed = submitter?.closest<HTMLElement>("[data-part]") ?? undefined;
			renew(form, page, pressed, submitter?.value.startsWith("more:") ?? false);
		} catch (error) {
			// A newer change took its place. Anything else: the next change, or the button, tries again.
			if (!(error instanceof DOMException && error.name === "AbortError")) tell(form, "Not kept: no connection");
		}
	};
	form.addEventListener("change", ({ target }) => {
		if (target instanceof HTMLInputElement && target.type === "file") return;
		clearTimeout(waiting);
		waiting = setTimeout(() => void keep(), pause);
	});
	form.addEventListener("submit", (event) => {
		const { submitter } = event;
		// What sends, what uploads and what decides between two windows is a page of its own.
		if (!(submitter instanceof HTMLButtonElement) || submitter.name === "_keep" || hasFiles(form)) return;
		if (submitter.value === "send" || submitter.value === "later") return clearTimeout(waiting);
		event.preventDefault();
		void keep(submitter);
	});
	form.addEventListener("keydown", (press) => {
		if (press.key !== "Enter" || !(press.ctrlKey || press.metaKey)) return;
		press.preventDefault();
		form.querySelector<HTMLButtonElement>("[data-send]")?.click();
	});
	const keys = form.querySelector<HTMLElement>("[data-keys]");
	if (keys) keys.hidden = false;
}

function hasFiles(form: HTMLFormElement): boolean {
	return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].some((input) => input.files?.length);
}

/** What stands in the form, without files, which go by their own button. */
function said(form: HTMLFormElement, submitter: HTMLButtonElement | undefined): FormData {
	const data = submitter ? new FormData(form, submitter) : new FormData(form);
	for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) data.delete(name);
	return data;
}

/** Takes what is new from the page that came back. What is being typed in, and all that is still asked, stays as it is. */
function renew(form: HTMLFormElement, page: Document, pressed: HTMLElement | undefined, adds: boolean): void {
	const fresh = page.querySelector<HTMLFormElement>("[data-script]");
	if (!fresh) return location.reload();
	form.action = fresh.action;
	history.replaceState(history.state, "", fresh.getAttribute("action") ?? "");
	const was = form.querySelector<HTMLInputElement>('input[name="_was"]');
	const is = fresh.querySelector<HTMLInputElement>('input[name="_was"]');
	if (was && is) was.value = is.value;
	merge(form, fresh, pressed?.dataset["part"]);
	if (pressed) focusIn(form, pressed, adds);
}

/** The parts of one place, in the order of the new page: those that are there stay, others come and go. */
function merge(place: Element, fresh: Element, pressed: string | undefined): void {
	const held = new Map(partsOf(place).map((part) => [part.dataset["part"], part]));
	let last: HTMLElement | undefined;
	for (const part of partsOf(fresh)) {
		const name = part.dataset["part"];
		const here = held.get(name);
		held.delete(name);
		const now = !here ? part : renewed(here, part, name === pressed);
		if (now === part) {
			if (here) here.replaceWith(now);
			else if (last) last.after(now);
			else place.prepend(now);
			wake(now);
		}
		if (now === here && partsOf(here).length + partsOf(part).length > 0) merge(here, part, pressed);
		last = now;
	}
	for (const gone of held.values()) gone.remove();
}

function wake(part: HTMLElement): void {
	for (const component of [Radios, Checkboxes, CharacterCount]) createAll(component, undefined, part);
}

function renewed(here: HTMLElement, part: HTMLElement, isPressed: boolean): HTMLElement {
	const isFresh = "fresh" in part.dataset || isPressed;
	return isFresh && here.innerHTML !== part.innerHTML && (isPressed || !here.contains(document.activeElement))
		? part
		: here;
}

function partsOf(place: Element): HTMLElement[] {
	return [...place.querySelectorAll<HTMLElement>("[data-part]")].filter(
		(part) => part.parentElement?.closest("[data-part], [data-script]") === place,
	);
}

/** Where a button was pressed, the first empty box of what took its place; of an item that was added, its first. */
function focusIn(form: HTMLFormElement, pressed: HTMLElement, adds: boolean): void {
	if (form.contains(document.activeElement)) return;
	const part = form.querySelector(`[data-part="${pressed.dataset["part"]}"]`);
	const place = adds ? [...(part?.querySelectorAll("fieldset.fd-script__item") ?? [])].at(-1) : part;
	const boxes = [...(place?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea") ?? [])];
	const empty = boxes.find((box) => "value" in box && box.value === "");
	(empty ?? boxes.at(-1))?.focus();
}

function tell(form: HTMLFormElement, words: string): void {
	const saved = form.querySelector('[data-part="saved"]');
	if (saved) saved.textContent = words;
}
