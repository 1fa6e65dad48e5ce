/** Thrown when what was asked for is not there, or not there for this person: both look the same from outside. Page 404. */
export class NotFound extends Error {
	override readonly name = "NotFound";
	constructor(what = "This page does not exist.") {
		super(what);
	}
}

/** Thrown when the person is known and may not do this. Page 403. */
export class Forbidden extends Error {
	override readonly name = "Forbidden";
	constructor(why = "You may not do this.") {
		super(why);
	}
}
