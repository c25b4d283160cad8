-- Which transaction a change belongs to. A number that was counted in one snapshot is still exact in another when
-- no change is visible there that was not visible here: this tells, however many transactions others have made.
alter table change_set add column xact bigint not null default (pg_current_xact_id()::text::bigint);
create index change_set_xact on change_set (xact);

create function clientele_is_unchanged_since(seen pg_snapshot) returns boolean language sql stable as $$
  select not exists (select 1 from change_set
    where xact >= pg_snapshot_xmin(seen)::text::bigint
      and xact < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      and not pg_visible_in_snapshot(xact::text::xid8, seen))
$$;

-- As before, and notes the transaction: a set may be written to in several.
create or replace function clientele_record() returns trigger language plpgsql as $$
declare
  keys constant text[] := string_to_array(tg_argv[0], ',');
  person constant text := tg_argv[1];
  secret constant text[] := string_to_array(tg_argv[2], ',');
  derived constant text[] := array['search_text', 'name_key'];
  noise constant text[] := array['search_text', 'name_key', 'updated_at', 'version', 'last_used_at'];
  written integer;
begin
  if tg_op = 'INSERT' then
    insert into change_row (set_id, table_name, row_id, customer_id, op, after)
      select clientele_change_set(), tg_table_name, clientele_row_id(j, keys), j ->> person, 'insert', clientele_hide(j - derived, secret)
      from (select to_jsonb(r) as j from new_rows r) x;
  elsif tg_op = 'DELETE' then
    insert into change_row (set_id, table_name, row_id, customer_id, op, before)
      select clientele_change_set(), tg_table_name, clientele_row_id(j, keys), j ->> person, 'delete', clientele_hide(j - derived, secret)
      from (select to_jsonb(r) as j from old_rows r) x;
  else
    insert into change_row (set_id, table_name, row_id, customer_id, op, before, after)
      with o as materialized (select clientele_row_id(to_jsonb(r), keys) as k, to_jsonb(r) - noise as j from old_rows r),
           n as materialized (select clientele_row_id(to_jsonb(r), keys) as k, to_jsonb(r) - noise as j from new_rows r)
      select clientele_change_set(), tg_table_name, n.k, n.j ->> person, 'update',
             clientele_hide(d.before, secret), clientele_hide(d.after, secret)
      from o join n using (k)
      cross join lateral (
        select jsonb_object_agg(e.key, o.j -> e.key) as before, jsonb_object_agg(e.key, e.value) as after
        from jsonb_each(n.j) e where e.value is distinct from o.j -> e.key) d
      where d.after is not null;
  end if;
  get diagnostics written = row_count;
  if written > 0 then
    update change_set set rows = rows + written, xact = pg_current_xact_id()::text::bigint where id = clientele_change_set();
  end if;
  return null;
end $$;
