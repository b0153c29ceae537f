-- Yêu cầu đang chờ, by body and term, for the counter of the menu on every page: kept in the process until a request changes.
-- No person and no content; the counter takes the bodies of its reader out of it.
create function own_record.open_requests() returns table (unit_id uuid, receive_by date, decide_by date, received boolean)
  language sql stable security definer set search_path = pg_catalog, own_record as $$
  select r.unit_id, r.receive_by, r.decide_by, r.received_at is not null from own_record.request r where r.answered_at is null
$$;
revoke execute on function own_record.open_requests() from public;
grant execute on function own_record.open_requests() to nguyen_khi_app;
create index request_open on own_record.request (decide_by) where answered_at is null;
select platform.watch('own_record.request', 'own-record');
