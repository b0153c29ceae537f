-- Khóa truy cập của hệ thống khác: one role over one body until a day, at most a year; only the keyed hash is kept.
create table accounts.service_token (
  id uuid primary key,
  province text not null default platform.province(),
  name text not null,
  purpose text not null default '',
  unit_id uuid not null,
  role text not null check (role in ('so-noi-vu', 'co-quan', 'lanh-dao')),
  may_write boolean not null default false,
  token_hash bytea not null,
  hint text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  issued_by_name text not null,
  ends_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint one_holder_per_token unique (token_hash),
  constraint token_ends_after_it_begins check (ends_at > issued_at and ends_at <= issued_at + interval '367 days')
);
create index service_token_issued on accounts.service_token (issued_at);
select platform.protect('accounts.service_token', 'unit_id');
-- Second wall: only who sees the whole province reads or writes a key, and nobody deletes one.
create policy token_from_above on accounts.service_token as restrictive to nguyen_khi_app
  using ((select platform.sees_all())) with check ((select platform.sees_all()));
create policy token_never_deleted on accounts.service_token as restrictive for delete to nguyen_khi_app using (false);
