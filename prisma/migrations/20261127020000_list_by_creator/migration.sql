-- Lists may be ordered and narrowed by who made the customer.
create index customer_created_by_sort on customer ((created_by collate "C"), id) where deleted_at is null;
