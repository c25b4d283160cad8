-- An index for each order that a list may have, so that no page is made by sorting everybody. Those of the
-- desk carry the account state too: a list of accounts or guests is then read from the index alone.
drop index customer_updated;
create index customer_updated on customer (updated_at desc, id desc) include (has_account) where deleted_at is null;
drop index customer_email_sort;
create index customer_email_sort on customer (email, id) include (has_account) where deleted_at is null;
drop index customer_name_sort;
create index customer_name_sort on customer (name_key, id) include (has_account) where deleted_at is null;

create index customer_id_sort on customer (id) include (created_at, has_account) where deleted_at is null;
create index customer_account_id on customer (has_account, id) where deleted_at is null;
create index customer_first_name_sort on customer ((clientele_fold(first_name) collate "C"), id) where deleted_at is null;
create index customer_last_name_sort on customer ((clientele_fold(last_name) collate "C"), id) where deleted_at is null;
create index customer_company_sort on customer ((clientele_fold(company_name) collate "C"), id) where deleted_at is null;
create index customer_phone_sort on customer ((phone collate "C"), id) where deleted_at is null;

-- Few are deleted: who counts a group leaves these out instead of looking at each member.
create index customer_deleted on customer (id) where deleted_at is not null;
