create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- ---------------------------------------------------------------- text folding
-- One spelling for search and sort: decomposed, without marks, accents and invisible characters,
-- lower case by Unicode's rules (never by the server's locale), blanks as one space.
-- Wrapped so that it may stand in generated columns: the dictionary is named, hence stable in fact.
create function clientele_fold(t text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return translate(
    lower(public.unaccent('public.unaccent'::regdictionary,
      regexp_replace(
        regexp_replace(normalize(t, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'),
        '[ \t\r\n\f\v]+', ' ', 'g')) collate "und-x-icu"),
    'ς', 'σ');
end $$;

-- Fields stand apart by U+001F, which no input may hold, so that no match runs across two of them.
create function clientele_search_text(email text, first_name text, last_name text, company_name text, phone text)
  returns text language plpgsql immutable parallel safe as $$
begin
  return public.clientele_fold(concat_ws(chr(31), email, first_name, last_name, company_name, phone,
    nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')));
end $$;

create function clientele_name_key(first_name text, last_name text)
  returns text language plpgsql immutable parallel safe as $$
begin
  return nullif(btrim(public.clientele_fold(concat_ws(' ', last_name, first_name))), '');
end $$;

-- All one- and two-letter pieces: what a trigram index cannot find.
create function clientele_grams(t text) returns text[]
  language sql immutable strict parallel safe as $$
  select array(
    select substr(t, i, 1) from generate_series(1, length(t)) i
    union
    select substr(t, i, 2) from generate_series(1, length(t) - 1) i)
$$;

-- A point in time as JavaScript writes it.
create function clientele_iso(t timestamptz) returns text
  language sql immutable strict parallel safe as $$
  select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- ---------------------------------------------------------------- admins and getting in
create table admin (
  id text collate "C" primary key,
  email text collate "C" not null check (email !~ '[A-Z[:space:]]'),
  first_name text,
  last_name text,
  role text not null check (role in ('owner', 'admin', 'viewer')),
  password_hash text not null,
  credential_version integer not null default 1,
  metadata jsonb,
  deactivated_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index admin_email_key on admin (email);

create table admin_session (
  id text collate "C" primary key,
  token_hash text collate "C" not null,
  admin_id text collate "C" not null references admin (id) on delete cascade,
  kind text not null check (kind in ('desk', 'v1_cookie', 'v1_token', 'v2_cookie', 'v2_token')),
  credential_version integer not null,
  address text,
  user_agent text,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create unique index admin_session_token_hash_key on admin_session (token_hash);
create index admin_session_admin on admin_session (admin_id, created_at desc);
create index admin_session_expiry on admin_session (expires_at);

create table api_key (
  id text collate "C" primary key,
  title text not null,
  type text not null default 'secret' check (type = 'secret'),
  access text not null check (access in ('read', 'write')),
  token_hash text collate "C" not null,
  redacted text not null,
  created_by text collate "C" not null references admin (id) on delete restrict,
  last_used_at timestamptz(3),
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_by text,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index api_key_token_hash_key on api_key (token_hash);
create index api_key_created_by on api_key (created_by);

create table setup_token (
  token_hash text collate "C" primary key,
  created_at timestamptz(3) not null default now()
);
-- One row at most: whoever inserts it owns the shop.
create table setup_claim (
  one boolean primary key default true check (one),
  admin_id text not null,
  claimed_at timestamptz(3) not null default now()
);

create table auth_event (
  id bigint generated always as identity primary key,
  kind text not null,
  admin_id text,
  subject text,
  address text,
  user_agent text,
  created_at timestamptz(3) not null default now()
);
create index auth_event_admin on auth_event (admin_id, id desc);

create table attempt_limit (
  key text collate "C" primary key,
  hits integer not null default 0,
  strikes integer not null default 0,
  window_end timestamptz(3) not null,
  blocked_until timestamptz(3)
);

-- Counts one attempt under a key and answers how many seconds to wait; 0 = go ahead.
-- Past the limit each further attempt is blocked for 1, 2, 4 … 15 minutes, and one try is free after each wait.
create function clientele_take_attempt(p_key text, p_limit integer, p_window interval) returns integer
  language plpgsql as $$
declare a attempt_limit%rowtype;
begin
  insert into attempt_limit (key, window_end) values (p_key, now() + p_window) on conflict (key) do nothing;
  select * into a from attempt_limit where key = p_key for update;
  if a.blocked_until > clock_timestamp() then
    return greatest(1, ceil(extract(epoch from a.blocked_until - clock_timestamp())));
  end if;
  if a.window_end < clock_timestamp() then
    if a.window_end < clock_timestamp() - interval '12 hours' then a.strikes := 0; end if;
    a.hits := 0;
    a.window_end := clock_timestamp() + p_window;
  end if;
  a.hits := a.hits + 1;
  if a.hits > p_limit then
    a.blocked_until := clock_timestamp() + least(power(2, least(a.strikes, 10)), 15) * interval '1 minute';
    a.strikes := a.strikes + 1;
    a.hits := p_limit - 1;
    a.window_end := a.blocked_until + p_window;
  else
    a.blocked_until := null;
  end if;
  update attempt_limit set hits = a.hits, strikes = a.strikes, window_end = a.window_end, blocked_until = a.blocked_until
    where key = p_key;
  return case when a.blocked_until is null then 0
    else greatest(1, ceil(extract(epoch from a.blocked_until - clock_timestamp()))) end;
end $$;

-- ---------------------------------------------------------------- customers
create table customer (
  id text collate "C" primary key,
  email text collate "C" check (email !~ '[A-Z[:space:]]' and email ~ '^[^@]+@[^@]+$' and length(email) <= 320),
  has_account boolean not null default false,
  first_name text,
  last_name text,
  company_name text,
  phone text,
  metadata jsonb check (jsonb_typeof(metadata) = 'object'),
  password_hash text,
  created_by text,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  search_text text collate "C" not null
    generated always as (clientele_search_text(email, first_name, last_name, company_name, phone)) stored,
  name_key text collate "C" generated always as (clientele_name_key(first_name, last_name)) stored
);
-- One guest and one account may share an address (Medusa's rule), no more.
create unique index customer_email_key on customer (email, has_account) where deleted_at is null and email is not null;
create index customer_created on customer (created_at desc, id desc) where deleted_at is null;
create index customer_updated on customer (updated_at desc, id desc) where deleted_at is null;
create index customer_account_created on customer (has_account, created_at desc, id desc) where deleted_at is null;
create index customer_email_sort on customer (email, id) where deleted_at is null;
create index customer_name_sort on customer (name_key, id) where deleted_at is null;
create index customer_search_trigram on customer using gin (search_text gin_trgm_ops) where deleted_at is null;
create index customer_search_grams on customer using gin (clientele_grams(search_text)) where deleted_at is null;

create table customer_address (
  id text collate "C" primary key,
  customer_id text collate "C" not null references customer (id) on delete cascade,
  address_name text,
  company text,
  first_name text,
  last_name text,
  address_1 text,
  address_2 text,
  city text,
  province text,
  postal_code text,
  country_code text check (country_code = lower(country_code)),
  phone text,
  metadata jsonb check (jsonb_typeof(metadata) = 'object'),
  is_default_shipping boolean not null default false,
  is_default_billing boolean not null default false,
  listed boolean not null default true,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3)
);
create index customer_address_customer on customer_address (customer_id, created_at, id) where deleted_at is null;
create unique index customer_address_default_shipping on customer_address (customer_id) where is_default_shipping and deleted_at is null;
create unique index customer_address_default_billing on customer_address (customer_id) where is_default_billing and deleted_at is null;

create table customer_group (
  id text collate "C" primary key,
  name text not null,
  metadata jsonb check (jsonb_typeof(metadata) = 'object'),
  created_by text,
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index customer_group_name_key on customer_group (name);

create table customer_group_member (
  group_id text collate "C" not null references customer_group (id) on delete cascade,
  customer_id text collate "C" not null references customer (id) on delete cascade,
  created_by text,
  created_at timestamptz(3) not null default now(),
  primary key (group_id, customer_id)
);
create index customer_group_member_customer on customer_group_member (customer_id, group_id);

-- ---------------------------------------------------------------- history
create table change_set (
  id text collate "C" primary key,
  actor_kind text not null check (actor_kind in ('admin', 'api_key', 'customer', 'system')),
  actor_id text,
  actor_name text not null,
  door text not null check (door in ('desk', 'api', 'import', 'system')),
  kind text not null,
  label text not null,
  reason text,
  created_at timestamptz(3) not null default now(),
  undoes text collate "C",
  undone_by text collate "C",
  rows integer not null default 0
);
create index change_set_created on change_set (created_at desc, id desc);

create table change_row (
  id bigint generated always as identity primary key,
  set_id text collate "C" not null references change_set (id) on delete cascade,
  table_name text not null,
  row_id text collate "C" not null,
  customer_id text collate "C",
  op text not null check (op in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb
);
create index change_row_set on change_row (set_id, id);
create index change_row_customer on change_row (customer_id, id desc) where customer_id is not null;
create index change_row_row on change_row (table_name, row_id, id desc);

-- The open change set of this transaction; change() sets it with set_config(…, true).
create function clientele_change_set() returns text language plpgsql stable as $$
declare s text := nullif(current_setting('clientele.change_set', true), '');
begin
  if s is null then
    raise exception using errcode = 'CL001', message = 'a tracked table was written outside of change()';
  end if;
  return s;
end $$;

create function clientele_row_id(row_json jsonb, key_columns text[]) returns text
  language sql immutable parallel safe as $$
  select string_agg(row_json ->> k, '/' order by ord) from unnest(key_columns) with ordinality u(k, ord)
$$;

-- A secret leaves no more than the fact that there was one.
create function clientele_hide(row_json jsonb, secret text[]) returns jsonb
  language sql immutable parallel safe as $$
  select row_json || coalesce((select jsonb_object_agg(k, '(hidden)'::text) from unnest(secret) k
    where jsonb_typeof(row_json -> k) <> 'null'), '{}')
$$;

-- clientele_record(key columns, customer column, secret columns): one INSERT … SELECT for each statement,
-- whether it wrote one row or a million.
create function clientele_record() returns trigger language plpgsql as $$
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
    update change_set set rows = rows + written where id = clientele_change_set();
  end if;
  return null;
end $$;

-- The version counts real changes only: an update that changes nothing moves neither version nor updated_at.
create function clientele_bump() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['search_text', 'name_key', 'updated_at', 'version', 'last_used_at'])
     is distinct from (to_jsonb(old) - array['search_text', 'name_key', 'updated_at', 'version', 'last_used_at']) then
    new.version := old.version + 1;
    new.updated_at := greatest(now(), old.updated_at);
  end if;
  return new;
end $$;

do $$
declare t record;
begin
  for t in select * from (values
    ('customer', 'id', 'id', 'password_hash'),
    ('customer_address', 'id', 'customer_id', ''),
    ('customer_group', 'id', '', ''),
    ('customer_group_member', 'group_id,customer_id', 'customer_id', ''),
    ('admin', 'id', '', 'password_hash'),
    ('api_key', 'id', '', 'token_hash')) v(name, keys, person, secret)
  loop
    execute format('create trigger %1$s_record_insert after insert on %1$I referencing new table as new_rows
      for each statement execute function clientele_record(%2$L, %3$L, %4$L)', t.name, t.keys, t.person, t.secret);
    execute format('create trigger %1$s_record_update after update on %1$I referencing old table as old_rows new table as new_rows
      for each statement execute function clientele_record(%2$L, %3$L, %4$L)', t.name, t.keys, t.person, t.secret);
    execute format('create trigger %1$s_record_delete after delete on %1$I referencing old table as old_rows
      for each statement execute function clientele_record(%2$L, %3$L, %4$L)', t.name, t.keys, t.person, t.secret);
    if t.name <> 'customer_group_member' then
      execute format('create trigger %1$s_bump before update on %1$I for each row execute function clientele_bump()', t.name);
    end if;
  end loop;
end $$;

-- ---------------------------------------------------------------- a retried request answers what the first one did
create table request_key (
  actor_id text collate "C" not null,
  key text collate "C" not null,
  fingerprint text not null,
  answer jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (actor_id, key)
);
create index request_key_created on request_key (created_at);

-- ---------------------------------------------------------------- exact counts and deep pages
-- Counts for each day. Writers only append to the delta, so they never wait for each other;
-- readers add both, which is exact because the delta is written in the same transaction.
create table customer_bucket (
  day date not null,
  has_account boolean not null,
  n bigint not null,
  primary key (day, has_account)
);
create table customer_delta (
  day date not null,
  has_account boolean not null,
  d bigint not null
);

create function clientele_count_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into customer_delta select (created_at at time zone 'UTC')::date, has_account, count(*)
      from new_rows where deleted_at is null group by 1, 2;
  elsif tg_op = 'DELETE' then
    insert into customer_delta select (created_at at time zone 'UTC')::date, has_account, -count(*)
      from old_rows where deleted_at is null group by 1, 2;
  else
    insert into customer_delta select day, has_account, sum(d) from (
        select (created_at at time zone 'UTC')::date as day, has_account, 1 as d from new_rows where deleted_at is null
        union all
        select (created_at at time zone 'UTC')::date, has_account, -1 from old_rows where deleted_at is null) x
      group by 1, 2 having sum(d) <> 0;
  end if;
  return null;
end $$;
create trigger customer_count_insert after insert on customer referencing new table as new_rows
  for each statement execute function clientele_count_rows();
create trigger customer_count_update after update on customer referencing old table as old_rows new table as new_rows
  for each statement execute function clientele_count_rows();
create trigger customer_count_delete after delete on customer referencing old table as old_rows
  for each statement execute function clientele_count_rows();

-- Moves deltas into buckets; one at a time, and only when nobody else is at it.
create function clientele_fold_counts() returns bigint language plpgsql as $$
declare folded bigint;
begin
  if not pg_try_advisory_xact_lock(815001) then return 0; end if;
  with taken as (delete from customer_delta returning day, has_account, d),
       summed as (select day, has_account, sum(d) as d, count(*) as c from taken group by 1, 2),
       merged as (insert into customer_bucket as b select day, has_account, d from summed
                  on conflict (day, has_account) do update set n = b.n + excluded.n)
  select coalesce(sum(c), 0) into folded from summed;
  return folded;
end $$;
