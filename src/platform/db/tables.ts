/** Made by `node src/platform/db/maps/generate.ts` from the migrations; never edited. */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Seen<Row> = { readonly [Name in keyof Row]: ColumnType<Row[Name], never, never> };

export type AuditEntry = {
	id: GeneratedAlways<number>;
	transaction: Generated<string>;
	at: ColumnType<Date, Date | string, Date | string>;
	actor_kind: "officer" | "customer" | "client" | "system";
	actor_id: string | null;
	actor_name: string;
	action: string;
	subject_kind: string;
	subject_id: string;
	purpose: string | null;
	correlation: string;
	before: ColumnType<unknown | null, string | null | undefined, string | null>;
	after: ColumnType<unknown | null, string | null | undefined, string | null>;
};

export type AuditHead = {
	sole: Generated<boolean>;
	position: number;
	hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	sealed_before: string;
};

export type AuditLink = {
	position: number;
	entry_id: number;
	hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
};

export type AuthChallenge = {
	token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	kind: "code" | "enrol" | "openid";
	subject_id: string | null;
	data: ColumnType<unknown, string, string>;
	attempts: Generated<number>;
	started_at: ColumnType<Date, Date | string, Date | string>;
	ends_at: ColumnType<Date, Date | string, Date | string>;
};

export type AuthSession = {
	token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	subject_kind: "officer" | "customer";
	subject_id: string;
	method: "password-and-code" | "openid";
	started_at: ColumnType<Date, Date | string, Date | string>;
	seen_at: ColumnType<Date, Date | string, Date | string>;
	idle_until: ColumnType<Date, Date | string, Date | string>;
	ends_at: ColumnType<Date, Date | string, Date | string>;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	agent: string | null;
};

export type AuthThrottle = {
	key: ColumnType<Buffer, Uint8Array, Uint8Array>;
	failures: number;
	first_at: ColumnType<Date, Date | string, Date | string>;
	last_at: ColumnType<Date, Date | string, Date | string>;
	blocked_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type CustomersCustomer = {
	id: string;
	kind: Generated<"person" | "business" | "organisation">;
	name: Generated<string>;
	name_key: Generated<string>;
	email: string | null;
	email_key: string | null;
	phone: string | null;
	phone_key: string | null;
	preferred_channel: "email" | "text" | "letter" | null;
	email_bounced_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	created_at: ColumnType<Date, Date | string, Date | string>;
	changed_at: ColumnType<Date, Date | string, Date | string>;
};

export type CustomersCustomerView = Seen<{
	id: string;
	kind: "person" | "business" | "organisation";
	name: string;
	name_key: string;
	email: string | null;
	email_key: string | null;
	phone: string | null;
	phone_key: string | null;
	preferred_channel: "email" | "text" | "letter" | null;
	email_bounced_at: Date | null;
	created_at: Date;
	changed_at: Date;
}>;

export type CustomersNeed = {
	id: string;
	customer_id: string;
	code: string;
	detail: Generated<string>;
	said_by: "customer" | "officer" | "register";
	noted_at: ColumnType<Date, Date | string, Date | string>;
	noted_by: string | null;
	noted_by_name: string;
	review_on: string;
	until_day: string | null;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_by_name: string | null;
	ended_why: string | null;
};

export type CustomersRelationship = {
	id: string;
	from_id: string;
	to_id: string;
	kind: "carer" | "parent" | "representative" | "appointee" | "attorney" | "deputy" | "works-for" | "owner";
	scope: Generated<string[]>;
	evidence: string;
	from_day: string;
	until_day: string | null;
	noted_at: ColumnType<Date, Date | string, Date | string>;
	noted_by: string | null;
	noted_by_name: string;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_by_name: string | null;
	ended_why: string | null;
};

export type DemoDelivery = {
	message_id: string;
	channel: "email" | "text" | "letter";
	recipient_name: string;
	recipient: string;
	subject: Generated<string>;
	text: string;
	html: string | null;
	delivered_at: ColumnType<Date, Date | string, Date | string>;
};

export type EventsEvent = {
	id: string;
	name: string;
	at: ColumnType<Date, Date | string, Date | string>;
	subject_id: string;
	correlation: string;
	data: ColumnType<unknown, string, string>;
};

export type FilesFile = {
	id: string;
	store_key: string;
	thumbnail_key: string | null;
	name: string;
	media_type: string;
	bytes: number;
	sha256: ColumnType<Buffer, Uint8Array, Uint8Array>;
	width: number | null;
	height: number | null;
	uploaded_at: ColumnType<Date, Date | string, Date | string>;
	kept_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	sender: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
};

export type FormsDraft = {
	id: string;
	browser_hash: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
	service_id: string;
	service_version: number;
	channel: "web" | "desk" | "kiosk";
	answers: ColumnType<unknown, string | undefined, string>;
	seen: Generated<string[]>;
	started_at: ColumnType<Date, Date | string, Date | string>;
	changed_at: ColumnType<Date, Date | string, Date | string>;
	submitted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	submitted_as: string | null;
	submitted_link: string | null;
	removed: ColumnType<unknown, string | undefined, string>;
	sources: ColumnType<unknown, string | undefined, string>;
	known: ColumnType<unknown, string | undefined, string>;
	code_salt: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
	code_hash: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
	unfinished: ColumnType<unknown | null, string | null | undefined, string | null>;
	writers: ColumnType<unknown, string | undefined, string>;
};

export type FormsDraftBrowser = {
	draft_id: string;
	browser_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	link_id: string | null;
	since: ColumnType<Date, Date | string, Date | string>;
};

export type FormsDraftLink = {
	id: string;
	draft_id: string;
	token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	sent_to: string;
	made_at: ColumnType<Date, Date | string, Date | string>;
	withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type FormsDraftOfficer = {
	draft_id: string;
	officer_id: string;
	channel: "phone" | "desk";
	opened_at: ColumnType<Date, Date | string, Date | string>;
};

export type KnowledgeAlert = {
	id: string;
	severity: "notice" | "warning" | "emergency";
	words: string;
	link: string | null;
	place: string;
	from_at: ColumnType<Date, Date | string, Date | string>;
	until_at: ColumnType<Date, Date | string, Date | string>;
	officer_id: string;
	made_at: ColumnType<Date, Date | string, Date | string>;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type MessagesMessage = {
	id: string;
	channel: "email" | "text" | "letter";
	customer_id: string | null;
	recipient_name: Generated<string>;
	recipient: string;
	template: string;
	subject: Generated<string>;
	body: string;
	about_kind: string;
	about_id: string;
	about_name: Generated<string>;
	confidential: Generated<boolean>;
	occasion: string;
	status: Generated<"waiting" | "sending" | "sent" | "bounced" | "failed" | "unsure">;
	attempts: Generated<number>;
	created_at: ColumnType<Date, Date | string, Date | string>;
	tried_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	carrier: string | null;
	carrier_id: string | null;
	problem: string | null;
	kept_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type MessagesMessageView = Seen<{
	id: string;
	channel: "email" | "text" | "letter";
	customer_id: string | null;
	recipient_name: string;
	recipient: string;
	template: string;
	subject: string;
	body: string;
	about_kind: string;
	about_id: string;
	about_name: string;
	confidential: boolean;
	status: "waiting" | "sending" | "sent" | "bounced" | "failed" | "unsure";
	attempts: number;
	created_at: Date;
	sent_at: Date | null;
	carrier: string | null;
	problem: string | null;
}>;

export type PlatformCouncil = {
	id: string;
	is_the_one: Generated<boolean>;
};

export type PlatformMigration = {
	name: string;
	sha256: string;
	ran_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type RecordsApart = {
	a: string;
	b: string;
	why: string;
	actor_id: string | null;
	actor_name: string;
	at: ColumnType<Date, Date | string, Date | string>;
};

export type RecordsAsked = {
	id: string;
	look_up_id: string;
	field: string;
	answer: "yes" | "no" | "cannot-say";
	at: ColumnType<Date, Date | string, Date | string>;
};

export type RecordsChosen = {
	id: string;
	record_id: string;
	field: string;
	value: string;
	why: string;
	officer_id: string;
	officer_name: string;
	at: ColumnType<Date, Date | string, Date | string>;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_by_name: string | null;
};

export type RecordsFrequency = {
	field: string;
	value: string;
	held: number;
};

export type RecordsLink = {
	id: string;
	a: string;
	b: string;
	how: "matched" | "reviewed" | "merged" | "begun";
	probability: number | null;
	weight: number | null;
	reasons: ColumnType<unknown, string | undefined, string>;
	model_id: string | null;
	why: Generated<string>;
	actor_kind: string;
	actor_id: string | null;
	actor_name: string;
	at: ColumnType<Date, Date | string, Date | string>;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_why: string | null;
	ended_by: string | null;
	ended_by_name: string | null;
};

export type RecordsLookUp = {
	id: string;
	head_id: string;
	officer_id: string;
	officer_name: string;
	team_id: string | null;
	purpose: string;
	why: string;
	work: string | null;
	at: ColumnType<Date, Date | string, Date | string>;
	until: ColumnType<Date, Date | string, Date | string>;
	opened: ColumnType<unknown, string | undefined, string>;
	sampled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	reviewed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	reviewed_by_name: string | null;
	verdict: "in-order" | "asked" | "not-in-order" | null;
	remark: string | null;
	record_ids: Generated<string[]>;
	flags: Generated<string[]>;
	purpose_name: Generated<string>;
	told: Generated<boolean>;
};

export type RecordsLookUpDay = {
	day: string;
	look_ups: number;
	drawn: number;
	drawn_at: ColumnType<Date, Date | string, Date | string>;
};

export type RecordsMark = {
	of: string;
	until: string;
};

export type RecordsModel = {
	id: string;
	name: string;
	learnt_at: ColumnType<Date, Date | string, Date | string>;
	records: number;
	learnt: ColumnType<unknown, string, string>;
	card: ColumnType<unknown, string, string>;
};

export type RecordsOpinion = {
	id: string;
	pair_id: string;
	verdict: "same" | "different" | "unsure" | "restricted";
	why: string;
	officer_id: string;
	officer_name: string;
	at: ColumnType<Date, Date | string, Date | string>;
};

export type RecordsPair = {
	id: string;
	a: string;
	b: string;
	probability: number;
	weight: number;
	reasons: ColumnType<unknown, string, string>;
	model_id: string | null;
	state: Generated<"waiting" | "second-opinion" | "same" | "different" | "restricted" | "lapsed">;
	found_at: ColumnType<Date, Date | string, Date | string>;
	settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RecordsRecord = {
	id: string;
	reference: string;
	source: string;
	kind: "person" | "organisation";
	head_id: string;
	began_at: ColumnType<Date, Date | string, Date | string>;
	restricted: Generated<boolean>;
	gone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	taken_in_at: ColumnType<Date, Date | string, Date | string>;
	given: string | null;
	root: string | null;
	other_root: string | null;
	surname: string | null;
	surname_first: string | null;
	surname_last: string | null;
	both_names: string | null;
	given_sound: string | null;
	surname_sound: string | null;
	born: string | null;
	email: string | null;
	mailbox: string | null;
	mailbox_digits: string | null;
	phone: string | null;
	number: string | null;
	uprn: string | null;
	postcode: string | null;
	district: string | null;
	house: string | null;
	street: string | null;
	town: string | null;
	birthplace: string | null;
	occupation: string | null;
	organisation: string | null;
	matched_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	words: GeneratedAlways<string>;
};

export type RecordsRecordView = Seen<{
	id: string;
	reference: string;
	source: string;
	kind: "person" | "organisation";
	head_id: string;
	began_at: Date;
	restricted: boolean;
	gone_at: Date | null;
}>;

export type RecordsToLookThrough = {
	link_id: string;
	kind: string;
	id: string;
	record_id: string;
	words: string;
	done_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	done_by_name: string | null;
};

export type RequestsAsking = {
	id: string;
	request_id: string;
	entry_id: string;
	question_set: string | null;
	question: string | null;
	asked_by: string | null;
	asked_at: ColumnType<Date, Date | string, Date | string>;
	until: ColumnType<Date, Date | string, Date | string>;
	waits_in: string;
	moved_by: string | null;
	went_on_by: string | null;
	state: Generated<"open" | "answered" | "unanswered" | "withdrawn" | "lapsed">;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	held: ColumnType<unknown, string | undefined, string>;
	answers: ColumnType<unknown | null, string | null | undefined, string | null>;
	answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	answered_by: "customer" | "officer" | null;
};

export type RequestsAttachment = {
	request_id: string;
	file_id: string;
	entry_id: string;
	added_at: ColumnType<Date, Date | string, Date | string>;
	added_by: "customer" | "officer" | "client";
};

export type RequestsAutomationRun = {
	visit: string;
	automation: string;
	request_id: string;
	at: ColumnType<Date, Date | string, Date | string>;
};

export type RequestsClient = {
	id: string;
	name: string;
	key_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	works: Generated<boolean>;
	created_at: ColumnType<Date, Date | string, Date | string>;
	revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RequestsClock = {
	request_id: string;
	clock: string;
	run: number;
	started_at: ColumnType<Date, Date | string, Date | string>;
	warn_at: ColumnType<Date, Date | string, Date | string>;
	due_at: ColumnType<Date, Date | string, Date | string>;
	stopped_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	words: string;
	paused_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RequestsClockChange = {
	request_id: string;
	clock: string;
	run: number;
	turn: number;
	entry_id: string;
	kind: "paused" | "resumed" | "extended" | "restarted";
	reason: string;
	longer: number | null;
	because: string;
	law: string;
	due_before: ColumnType<Date, Date | string, Date | string>;
	due_after: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RequestsEntry = {
	id: string;
	request_id: string;
	revision: number;
	at: ColumnType<Date, Date | string, Date | string>;
	kind: string;
	actor_kind: "officer" | "customer" | "client" | "system";
	actor_id: string | null;
	actor_name: string;
	from_stage: string;
	to_stage: string | null;
	from_team: string | null;
	to_team: string | null;
	to_officer: string | null;
	outcome: string | null;
	words: string | null;
	note: string | null;
	client_id: string | null;
	client_update_id: string | null;
	answers: ColumnType<unknown | null, string | null | undefined, string | null>;
	task: string | null;
};

export type RequestsFollower = {
	request_id: string;
	customer_id: string;
	link_salt: ColumnType<Buffer, Uint8Array, Uint8Array>;
	since: ColumnType<Date, Date | string, Date | string>;
	stopped_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RequestsOpinion = {
	id: string;
	request_id: string;
	entry_id: string;
	kind: string;
	name: string;
	email: string;
	words: Generated<string>;
	asked_by: string;
	asked_at: ColumnType<Date, Date | string, Date | string>;
	until: ColumnType<Date, Date | string, Date | string>;
	token_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	held: ColumnType<unknown, string | undefined, string>;
	opened_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type RequestsOpinionReply = {
	id: string;
	opinion_id: string;
	entry_id: string;
	at: ColumnType<Date, Date | string, Date | string>;
	answers: ColumnType<unknown, string, string>;
	moved_to: string | null;
};

export type RequestsRequest = {
	id: string;
	reference: string;
	service_id: string;
	service_version: number;
	stage: string;
	public_stage: "received" | "forwarded" | "planned" | "acted-on" | "closed";
	tier: number;
	team_id: string;
	officer_id: string | null;
	customer_id: string | null;
	channel: "web" | "desk" | "phone" | "open311" | "email" | "kiosk";
	client_id: string | null;
	client_reference: string | null;
	urgent: Generated<boolean>;
	is_public: boolean;
	confidential: Generated<boolean>;
	summary: string;
	description: Generated<string>;
	answers: ColumnType<unknown, string, string>;
	latitude: number | null;
	longitude: number | null;
	address: string | null;
	postcode: string | null;
	uprn: string | null;
	ward: string | null;
	received_at: ColumnType<Date, Date | string, Date | string>;
	changed_at: ColumnType<Date, Date | string, Date | string>;
	closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	warn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	news_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	outcome: string | null;
	revision: Generated<number>;
	link_salt: ColumnType<Buffer, Uint8Array, Uint8Array>;
	search: GeneratedAlways<string>;
	paused: Generated<boolean>;
	risks: Generated<string[]>;
	asset: string | null;
	sources: ColumnType<unknown, string | undefined, string>;
};

export type RequestsRequestView = Seen<{
	id: string;
	reference: string;
	service_id: string;
	service_version: number;
	stage: string;
	public_stage: "received" | "forwarded" | "planned" | "acted-on" | "closed";
	tier: number;
	team_id: string;
	officer_id: string | null;
	customer_id: string | null;
	channel: "web" | "desk" | "phone" | "open311" | "email" | "kiosk";
	urgent: boolean;
	is_public: boolean;
	confidential: boolean;
	summary: string;
	address: string | null;
	postcode: string | null;
	ward: string | null;
	latitude: number | null;
	longitude: number | null;
	received_at: Date;
	changed_at: Date;
	closed_at: Date | null;
	warn_at: Date | null;
	due_at: Date | null;
	outcome: string | null;
}>;

export type RequestsTask = {
	id: string;
	request_id: string;
	task: string;
	team_id: string;
	follows: boolean;
	confidential_reference: string | null;
	role: string | null;
	given_at: ColumnType<Date, Date | string, Date | string>;
	warn_at: ColumnType<Date, Date | string, Date | string>;
	due_at: ColumnType<Date, Date | string, Date | string>;
	given_entry: string;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_entry: string | null;
	ending: "done" | "set-aside" | null;
};

export type RequestsToken = {
	token: string;
	request_id: string;
	created_at: ColumnType<Date, Date | string, Date | string>;
};

export type ServicesPlan = {
	id: string;
	browser_hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	event: string;
	answers: ColumnType<unknown, string | undefined, string>;
	seen: Generated<string[]>;
	started_at: ColumnType<Date, Date | string, Date | string>;
	changed_at: ColumnType<Date, Date | string, Date | string>;
};

export type ServicesPlanForm = {
	plan_id: string;
	service_id: string;
	draft_id: string;
};

export type ServicesRefusedDefinition = {
	service_id: string;
	hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	brought_back: number;
	became: number;
	at: ColumnType<Date, Date | string, Date | string>;
	by_name: string;
};

export type ServicesSearchEntry = {
	lexeme: string;
	kind: string;
	document: string;
	weight: number;
};

export type ServicesSearchIndex = {
	only_one: Generated<boolean>;
	fingerprint: string;
	filled_at: ColumnType<Date, Date | string, Date | string>;
};

export type ServicesSearchLexeme = {
	lexeme: string;
	kind: "service" | "page";
	rarity: number;
};

export type ServicesSearchMeaning = {
	words: string;
	service_id: string;
	officer_id: string;
	told_at: ColumnType<Date, Date | string, Date | string>;
};

export type ServicesSearchMiss = {
	words: string;
	times: Generated<number>;
	first_on: string;
	last_on: string;
	dismissed_on: string | null;
};

export type ServicesSearchPhrase = {
	id: number;
	kind: string;
	document: string;
	mass: number;
};

export type ServicesSearchPhraseWord = {
	lexeme: string;
	phrase: number;
};

export type ServicesSearchSynonym = {
	lexeme: string;
	means: string;
};

export type ServicesSearchWord = {
	word: string;
	lexeme: string;
};

export type ServicesUse = {
	service_id: string;
	times: number;
	counted_at: ColumnType<Date, Date | string, Date | string>;
};

export type ServicesVersion = {
	service_id: string;
	version: number;
	hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
	definition: ColumnType<unknown, string, string>;
	published_at: ColumnType<Date, Date | string, Date | string>;
};

export type SourcesCorrection = {
	id: string;
	record_id: string;
	source: string;
	field: string;
	says: string;
	ought: string;
	why: string;
	state: "told" | "accepted" | "refused" | "withdrawn";
	team_id: string;
	told_at: ColumnType<Date, Date | string, Date | string>;
	told_by: string;
	told_by_name: string;
	answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	answered_by: string | null;
	answered_by_name: string | null;
	answer: string | null;
};

export type SourcesEarlier = {
	record_id: string;
	until: ColumnType<Date, Date | string, Date | string>;
	said: ColumnType<unknown, string, string>;
};

export type SourcesFault = {
	import_id: string;
	line: number;
	number: number;
	field: string | null;
	sentence: string;
	left_out: boolean;
};

export type SourcesImport = {
	id: string;
	source: string;
	file_name: string;
	digest: ColumnType<Buffer, Uint8Array, Uint8Array>;
	whole: boolean;
	columns: ColumnType<unknown, string, string>;
	state: "staged" | "running" | "done" | "stopped" | "withdrawn";
	lines: number;
	done: Generated<number>;
	added: Generated<number>;
	changed: Generated<number>;
	unchanged: Generated<number>;
	gone: Generated<number>;
	faulty: Generated<number>;
	actor_kind: string;
	actor_id: string | null;
	actor_name: string;
	staged_at: ColumnType<Date, Date | string, Date | string>;
	began_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type SourcesLine = {
	import_id: string;
	line: number;
	cells: string[];
	left_out: Generated<boolean>;
	key: string | null;
};

export type SourcesQuality = {
	source: string;
	day: string;
	records: number;
	duplicates: number;
	conflicts: number;
	stale: number;
	missing: ColumnType<unknown, string, string>;
	invalid: ColumnType<unknown, string, string>;
};

export type SourcesRecord = {
	id: string;
	source: string;
	key: string;
	kind: Generated<"person" | "organisation">;
	said: ColumnType<unknown, string, string>;
	from_day: string | null;
	until_day: string | null;
	faults: ColumnType<unknown, string | undefined, string>;
	first_seen_at: ColumnType<Date, Date | string, Date | string>;
	seen_at: ColumnType<Date, Date | string, Date | string>;
	changed_at: ColumnType<Date, Date | string, Date | string>;
	gone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
	import_id: string | null;
	turn: Generated<number>;
	line: number | null;
};

export type SourcesRecordView = Seen<{
	id: string;
	source: string;
	key: string;
	kind: "person" | "organisation";
	said: unknown;
	from_day: string | null;
	until_day: string | null;
	faults: unknown;
	first_seen_at: Date;
	seen_at: Date;
	changed_at: Date;
	gone_at: Date | null;
}>;

export type SourcesSender = {
	source: string;
	client_id: string;
	client_name: string;
	since: ColumnType<Date, Date | string, Date | string>;
	by_name: string;
};

export type StaffMembership = {
	officer_id: string;
	team_id: string;
};

export type StaffOfficer = {
	id: string;
	email: string;
	name: string;
	roles: Generated<string[]>;
	password_hash: string | null;
	password_is_first: Generated<boolean>;
	code_secret: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
	code_used_step: number | null;
	openid_issuer: string | null;
	openid_subject: string | null;
	created_at: ColumnType<Date, Date | string, Date | string>;
	left_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type StaffOfficerView = Seen<{
	id: string;
	email: string;
	name: string;
	roles: string[];
	left_at: Date | null;
	teams: string[];
}>;

export type StaffTeam = {
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	tier: number;
	retired_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type StaffTeamView = Seen<{
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	tier: number;
	retired_at: Date | null;
}>;

export type DB = {
	"audit.entry": AuditEntry;
	"audit.head": AuditHead;
	"audit.link": AuditLink;
	"auth.challenge": AuthChallenge;
	"auth.session": AuthSession;
	"auth.throttle": AuthThrottle;
	"customers.customer": CustomersCustomer;
	"customers.customer_view": CustomersCustomerView;
	"customers.need": CustomersNeed;
	"customers.relationship": CustomersRelationship;
	"demo.delivery": DemoDelivery;
	"events.event": EventsEvent;
	"files.file": FilesFile;
	"forms.draft": FormsDraft;
	"forms.draft_browser": FormsDraftBrowser;
	"forms.draft_link": FormsDraftLink;
	"forms.draft_officer": FormsDraftOfficer;
	"knowledge.alert": KnowledgeAlert;
	"messages.message": MessagesMessage;
	"messages.message_view": MessagesMessageView;
	"platform.council": PlatformCouncil;
	"platform.migration": PlatformMigration;
	"records.apart": RecordsApart;
	"records.asked": RecordsAsked;
	"records.chosen": RecordsChosen;
	"records.frequency": RecordsFrequency;
	"records.link": RecordsLink;
	"records.look_up": RecordsLookUp;
	"records.look_up_day": RecordsLookUpDay;
	"records.mark": RecordsMark;
	"records.model": RecordsModel;
	"records.opinion": RecordsOpinion;
	"records.pair": RecordsPair;
	"records.record": RecordsRecord;
	"records.record_view": RecordsRecordView;
	"records.to_look_through": RecordsToLookThrough;
	"requests.asking": RequestsAsking;
	"requests.attachment": RequestsAttachment;
	"requests.automation_run": RequestsAutomationRun;
	"requests.client": RequestsClient;
	"requests.clock": RequestsClock;
	"requests.clock_change": RequestsClockChange;
	"requests.entry": RequestsEntry;
	"requests.follower": RequestsFollower;
	"requests.opinion": RequestsOpinion;
	"requests.opinion_reply": RequestsOpinionReply;
	"requests.request": RequestsRequest;
	"requests.request_view": RequestsRequestView;
	"requests.task": RequestsTask;
	"requests.token": RequestsToken;
	"services.plan": ServicesPlan;
	"services.plan_form": ServicesPlanForm;
	"services.refused_definition": ServicesRefusedDefinition;
	"services.search_entry": ServicesSearchEntry;
	"services.search_index": ServicesSearchIndex;
	"services.search_lexeme": ServicesSearchLexeme;
	"services.search_meaning": ServicesSearchMeaning;
	"services.search_miss": ServicesSearchMiss;
	"services.search_phrase": ServicesSearchPhrase;
	"services.search_phrase_word": ServicesSearchPhraseWord;
	"services.search_synonym": ServicesSearchSynonym;
	"services.search_word": ServicesSearchWord;
	"services.use": ServicesUse;
	"services.version": ServicesVersion;
	"sources.correction": SourcesCorrection;
	"sources.earlier": SourcesEarlier;
	"sources.fault": SourcesFault;
	"sources.import": SourcesImport;
	"sources.line": SourcesLine;
	"sources.quality": SourcesQuality;
	"sources.record": SourcesRecord;
	"sources.record_view": SourcesRecordView;
	"sources.sender": SourcesSender;
	"staff.membership": StaffMembership;
	"staff.officer": StaffOfficer;
	"staff.officer_view": StaffOfficerView;
	"staff.team": StaffTeam;
	"staff.team_view": StaffTeamView;
};
