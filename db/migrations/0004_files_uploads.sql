-- What people uploaded. Bytes live in the file store under keys nobody can guess; this says what they are.
create schema files;

create table files.file (
	id uuid primary key,
	store_key text not null unique,
	thumbnail_key text,
	name text not null,
	media_type text not null,
	bytes bigint not null check (bytes > 0),
	sha256 bytea not null,
	width integer,
	height integer,
	uploaded_at timestamptz not null,
	-- Set when something keeps the file; uploads that nothing kept are swept away.
	kept_at timestamptz
);
create index file_not_kept on files.file (uploaded_at) where kept_at is null;
