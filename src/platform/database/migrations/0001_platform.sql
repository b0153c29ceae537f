-- Nền: the application role, row level security helpers, the ledger of facts, files, settings.
create extension if not exists btree_gist;

do $$ begin
  create role nguyen_khi_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  execute format('grant nguyen_khi_app to %I', current_user);
exception when others then
  if not pg_has_role(current_user, 'nguyen_khi_app', 'member') then raise; end if;
end $$;

-- Ai đang thao tác, thấy đơn vị nào: set by every transaction.
create function platform.sees_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('nk.all', true), 'off') = 'on' $$;
create function platform.seen_units() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('nk.units', true), ''), '{}')::uuid[] $$;
create function platform.actor() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('nk.actor', true), 'anonymous') $$;
create function platform.province() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('nk.province', true), ''), 'VN') $$;

-- The owner of the tables (who migrates, backs up and runs the ledger function) passes through a policy, not around one.
create function platform.own(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_passes on %s to %I using (true) with check (true)', target, current_user);
end $$;

-- A table whose rows belong to a unit: seen and written only inside the actor's scope.
create function platform.protect(target regclass, unit_column name) returns void language plpgsql as $$
begin
  perform platform.own(target);
  execute format(
    'create policy by_unit on %s to nguyen_khi_app using ((select platform.sees_all()) or %I = any ((select platform.seen_units())::uuid[]))',
    target, unit_column);
  execute format('grant select, insert, update, delete on %s to nguyen_khi_app', target);
end $$;

-- A table whose rows hang on a row of another protected table (the parent's policy decides).
create function platform.protect_through(target regclass, key_column name, parent regclass, parent_key name default 'id') returns void language plpgsql as $$
begin
  perform platform.own(target);
  execute format(
    'create policy through_parent on %s to nguyen_khi_app using ((select platform.sees_all()) or exists (select 1 from %s p where p.%I = %s.%I))',
    target, parent, parent_key, target, key_column);
  execute format('grant select, insert, update, delete on %s to nguyen_khi_app', target);
end $$;

-- A table that everybody who may act may read (places, lists, the plan); rights.ts decides who writes.
create function platform.protect_shared(target regclass) returns void language plpgsql as $$
begin
  perform platform.own(target);
  execute format('create policy shared on %s to nguyen_khi_app using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to nguyen_khi_app', target);
end $$;

grant usage on schema platform to nguyen_khi_app;
grant execute on all functions in schema platform to nguyen_khi_app;

create table platform.setting (
  key text primary key,
  value jsonb not null
);
select platform.protect_shared('platform.setting');

-- Tệp: bytes kept by their hash, never twice; who may see one is decided by the row that points at it.
create table platform.file (
  id uuid primary key,
  province text not null default platform.province(),
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  body bytea not null,
  kept_at timestamptz not null,
  kept_by text not null
);
create index file_sha256 on platform.file (sha256);
select platform.protect_shared('platform.file');
revoke update, delete on platform.file from nguyen_khi_app;

-- Sổ cái: append-only, hash-chained; evidence and outbox, never the storage of state.
create table platform.ledger (
  seq bigint primary key,
  id uuid not null unique,
  province text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  kind text not null,
  subject text not null,
  unit_id uuid,
  reason text not null,
  data jsonb not null,
  request text not null,
  before_hash bytea not null,
  hash bytea not null
);
create index ledger_subject on platform.ledger (subject, seq);
create index ledger_unit on platform.ledger (unit_id, seq);
create index ledger_kind on platform.ledger (kind, seq);
select platform.own('platform.ledger');
create policy by_unit on platform.ledger for select to nguyen_khi_app
  using ((select platform.sees_all()) or actor_id = (select platform.actor()) or unit_id = any ((select platform.seen_units())::uuid[]));
grant select on platform.ledger to nguyen_khi_app;

create table platform.ledger_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
insert into platform.ledger_head (seq, hash) values (0, '\x00');
select platform.own('platform.ledger_head');

create function platform.fact_hash(before_hash bytea, seq bigint, id uuid, province text, at timestamptz, actor_kind text, actor_id text,
  actor_name text, kind text, subject text, unit_id uuid, reason text, data jsonb, request text) returns bytea language sql immutable as $$
  select sha256(before_hash || convert_to(jsonb_build_array(seq, id, province, extract(epoch from at)::text, actor_kind, actor_id, actor_name,
    kind, subject, unit_id, reason, data, request)::text, 'UTF8'))
$$;

-- Ghi một sự kiện: the only way into the ledger. The head row is locked until commit, so the chain has one order.
create function platform.record_fact(p_id uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_actor_name text, p_kind text,
  p_subject text, p_unit_id uuid, p_reason text, p_data jsonb, p_request text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, platform as $$
declare head platform.ledger_head; next_hash bytea; key text := platform.province();
begin
  update platform.ledger_head set seq = seq + 1 returning * into head;
  next_hash := platform.fact_hash(head.hash, head.seq, p_id, key, p_at, p_actor_kind, p_actor_id, p_actor_name, p_kind, p_subject, p_unit_id, p_reason, p_data, p_request);
  insert into platform.ledger values (head.seq, p_id, key, p_at, p_actor_kind, p_actor_id, p_actor_name, p_kind, p_subject, p_unit_id, p_reason, p_data, p_request, head.hash, next_hash);
  update platform.ledger_head set hash = next_hash;
  perform graphile_worker.add_job('facts', json_build_object(), job_key := 'facts', max_attempts := 25);
  return head.seq;
end $$;
revoke execute on function platform.record_fact from public;
grant execute on function platform.record_fact to nguyen_khi_app;

-- Kiểm tra chuỗi: the first row whose link or hash does not fit, or null. Sees everything, tells only a number.
create function platform.first_broken_fact() returns bigint language sql stable security definer set search_path = pg_catalog, platform as $$
  with linked as (
    select l.*, lag(l.hash, 1, '\x00'::bytea) over (order by l.seq) as expected, row_number() over (order by l.seq) as place from platform.ledger l
  ), broken as (
    select seq from linked where seq <> place or before_hash <> expected
      or hash <> platform.fact_hash(before_hash, seq, id, province, at, actor_kind, actor_id, actor_name, kind, subject, unit_id, reason, data, request)
    union all
    select h.seq from platform.ledger_head h where h.seq <> coalesce((select max(seq) from platform.ledger), 0)
      or h.hash <> coalesce((select hash from platform.ledger order by seq desc limit 1), '\x00'::bytea)
  )
  select min(seq) from broken
$$;
grant execute on function platform.first_broken_fact to nguyen_khi_app;
