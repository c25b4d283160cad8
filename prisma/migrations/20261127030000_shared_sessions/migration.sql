-- A browser keeps one connect.sid. When it signs in with both kinds of client, the second session takes the place
-- of the first and serves both; only then may a request's own marks decide which generation is answered.
alter table admin_session add column shared boolean not null default false;
