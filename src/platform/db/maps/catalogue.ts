/** What a migrated database holds, read from its own catalogue; the job queue's tables are not ours to show. */
import type pg from "pg";
import { type Origins, readOrigins } from "./origins.ts";

export type Column = {
	readonly name: string;
	/** As PostgreSQL writes it: `text`, `timestamp with time zone`, `uuid[]`. */
	readonly type: string;
	/** Its values, when the type is an enumeration. */
	readonly labels: readonly string[] | null;
	readonly nullable: boolean;
	/** The default, or how the value is generated. */
	readonly default: string | null;
	readonly filled: "by hand" | "by default" | "always";
};

export type Definition = { readonly name: string; readonly definition: string };

export type Table = {
	/** With its schema: `requests.request`. */
	readonly name: string;
	readonly isView: boolean;
	readonly columns: readonly Column[];
	readonly constraints: readonly Definition[];
	readonly indexes: readonly Definition[];
	readonly triggers: readonly Definition[];
	/** For a view: which of its columns are columns of a table, and which are never null. */
	readonly origins: Origins;
};

type Parts = Omit<Table, "origins"> & { readonly rule: string | null; readonly oid: number };

const question = `
	with ours as (
		select c.oid, n.nspname || '.' || c.relname as name, c.relkind in ('v', 'm') as is_view
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
			and n.nspname <> all (array['pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker'])
			and n.nspname not like 'pg\\_temp%'
	)
	select o.oid::int as oid, o.name, o.is_view as "isView",
		(select coalesce(json_agg(json_build_object(
			'name', a.attname,
			'type', format_type(a.atttypid, a.atttypmod),
			'labels', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid),
			'nullable', not a.attnotnull,
			'default', case
				when a.attidentity <> '' then 'identity'
				when a.attgenerated <> '' then 'always ' || pg_get_expr(d.adbin, d.adrelid)
				else pg_get_expr(d.adbin, d.adrelid) end,
			'filled', case
				when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
				when a.attidentity = 'd' or d.adbin is not null then 'by default'
				else 'by hand' end
			) order by a.attnum), '[]')
			from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped) as columns,
		(select coalesce(json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
				order by position(k.contype in 'pufcx'), k.conname), '[]')
			from pg_constraint k where k.conrelid = o.oid and k.contype <> 'n') as constraints,
		(select coalesce(json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(i.oid)) order by i.relname), '[]')
			from pg_index x join pg_class i on i.oid = x.indexrelid
			where x.indrelid = o.oid
				and not exists (select from pg_constraint k where k.conindid = i.oid and k.conrelid = o.oid)) as indexes,
		(select coalesce(json_agg(json_build_object('name', t.tgname, 'definition', pg_get_triggerdef(t.oid)) order by t.tgname), '[]')
			from pg_trigger t where t.tgrelid = o.oid and not t.tgisinternal) as triggers,
		(select r.ev_action::text from pg_rewrite r where r.ev_class = o.oid and r.rulename = '_RETURN') as rule
	from ours o
	order by o.name collate "C"`;

/** Every table and view of our schemas, in the order of their names. */
export async function readCatalogue(pool: pg.Pool): Promise<Table[]> {
	const { rows } = await pool.query<Parts>(question);
	const numbers = await pool.query<{ table: number; number: number; name: string }>(
		"select attrelid::int as table, attnum::int as number, attname as name from pg_attribute where attnum > 0",
	);
	const columnNames = new Map(numbers.rows.map(({ table, number, name }) => [`${table}.${number}`, name]));
	const tableNames = new Map(rows.map(({ oid, name }) => [oid, name]));
	const nameOf = (oid: number, number: number) => ({
		table: tableNames.get(oid),
		column: columnNames.get(`${oid}.${number}`),
	});
	return rows.map(({ rule, ...table }) => ({
		...table,
		origins: rule === null ? new Map() : readOrigins(rule, nameOf),
	}));
}
