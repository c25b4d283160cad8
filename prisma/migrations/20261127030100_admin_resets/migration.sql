-- The one link that may set an admin's new password: a later one takes its place, using it takes it away.
create table admin_reset (
  admin_id text collate "C" primary key references admin (id) on delete cascade,
  token_hash text collate "C" not null,
  credential_version integer not null,
  expires_at timestamptz(3) not null
);
create unique index admin_reset_token_hash_key on admin_reset (token_hash);

-- Mail to an admin: whoever has its link can become that admin, so only owners are shown it.
alter table outbox_mail add column admin_id text collate "C" references admin (id) on delete cascade;
create index outbox_mail_admin on outbox_mail (admin_id);
