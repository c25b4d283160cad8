-- How far an import from another shop's database has come. It moves in the transaction of what it brought, so that an
-- import that was cut short goes on where it was.
create table import_progress (
  source text collate "C" primary key,
  last_id text,
  counts jsonb not null,
  began_at timestamptz(3) not null default now(),
  moved_at timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);

-- Rows that were not taken, or not as they are there, and why; of the last import from each source.
create table import_finding (
  id bigint generated always as identity primary key,
  source text collate "C" not null references import_progress (source) on delete cascade,
  entity text not null,
  row_id text not null,
  outcome text not null,
  reason text not null,
  email text
);
create index import_finding_source on import_finding (source, id);
