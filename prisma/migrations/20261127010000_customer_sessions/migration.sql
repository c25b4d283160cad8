-- What a shop's customer signs in with: a cookie of ten hours or a bearer token of thirty days.
create table customer_session (
  id text collate "C" primary key,
  token_hash text collate "C" not null,
  customer_id text collate "C" not null references customer (id) on delete cascade,
  kind text not null check (kind in ('cookie', 'token')),
  address text,
  user_agent text,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create unique index customer_session_token_hash_key on customer_session (token_hash);
create index customer_session_customer on customer_session (customer_id) where revoked_at is null;
create index customer_session_expiry on customer_session (expires_at);

-- A new password, a deletion and the loss of the account end every session at once, whichever door the change came
-- through. `clientele.keep_session` names the one session that a customer changes their own password with; `*` is for
-- the same password under a new hash.
create function clientele_end_customer_sessions() returns trigger language plpgsql as $$
declare kept constant text := coalesce(current_setting('clientele.keep_session', true), '');
begin
  if new.deleted_at is null and new.has_account and kept = '*' then return null; end if;
  update customer_session set revoked_at = now()
    where customer_id = new.id and revoked_at is null
      and not (new.deleted_at is null and new.has_account and id = kept);
  return null;
end $$;
create trigger customer_end_sessions after update on customer for each row
  when (old.has_account and (old.password_hash is distinct from new.password_hash
    or old.deleted_at is distinct from new.deleted_at or not new.has_account))
  execute function clientele_end_customer_sessions();

alter table auth_event add column customer_id text;
create index auth_event_customer on auth_event (customer_id, id desc) where customer_id is not null;

-- Mail that was not sent: without an SMTP server, or because it refused.
create table outbox_mail (
  id text collate "C" primary key,
  customer_id text collate "C" references customer (id) on delete cascade,
  recipient text not null,
  subject text not null,
  body text not null,
  link text not null,
  failure text,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
create index outbox_mail_created on outbox_mail (created_at desc, id desc);
create index outbox_mail_customer on outbox_mail (customer_id);
