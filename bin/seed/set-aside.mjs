const TABLES = ["customer", "customer_address", "customer_group_member"];

/**
 * Takes off what makes a big load slow: the indexes, the checks of references, and the triggers that
 * keep the history. It all happens in the caller's transaction, so a load that does not come to its
 * end, for whatever reason, leaves everything as it was. The counting triggers stay at work.
 * @param {import("pg").Client} client
 * @returns {Promise<{ name: string, kind: "index" | "reference" | "history", statement: string }[]>}
 *   what brings each of them back, in order; worded by PostgreSQL itself
 */
export async function setAside(client) {
  const { rows } = await client.query(EVERYTHING, [TABLES]);
  for (const { away } of rows) await client.query(away);
  return rows
    .map(({ name, kind, back }) => ({ name, kind, statement: back }))
    .sort((one, other) => BACK.indexOf(one.kind) - BACK.indexOf(other.kind));
}

const BACK = ["index", "reference", "history"];

const EVERYTHING = `
  with tables as (select to_regclass(name)::oid as oid from unnest($1::text[]) t(name))
  select c.conname as name, 'reference' as kind,
      format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away,
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname,
        pg_get_constraintdef(c.oid)) as back
    from pg_constraint c join tables t on t.oid = c.conrelid where c.contype = 'f'
  union all
  select i.indexrelid::regclass::text, 'index',
      format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join tables t on t.oid = i.indrelid
    where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  union all
  select g.tgname, 'history',
      format('alter table %s disable trigger %I', g.tgrelid::regclass, g.tgname),
      format('alter table %s enable trigger %I', g.tgrelid::regclass, g.tgname)
    from pg_trigger g join tables t on t.oid = g.tgrelid
    where g.tgfoid = 'clientele_record'::regproc and g.tgenabled = 'O'
  order by kind desc, name`;
