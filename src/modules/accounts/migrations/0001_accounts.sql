-- Tài khoản: who may enter, in which role over which body, on which days, through which sessions.
create schema accounts;
grant usage on schema accounts to nguyen_khi_app;

create table accounts.account (
  id uuid primary key,
  province text not null default platform.province(),
  username text not null,
  name text not null,
  post text not null default '',
  phone text not null default '',
  email text not null default '',
  unit_id uuid,
  password_hash text,
  must_change boolean not null default false,
  totp_secret bytea,
  totp_pending bytea,
  totp_step bigint not null default 0,
  sample boolean not null default false,
  status text not null default 'dang-dung' check (status in ('dang-dung', 'tam-khoa')),
  failed_tries integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint one_account_per_username unique (username),
  constraint username_form check (username ~ '^[a-z0-9][a-z0-9.-]{2,39}$')
);
create index account_unit on accounts.account (unit_id);
select platform.protect('accounts.account', 'unit_id');
create policy own_account on accounts.account to nguyen_khi_app using (id::text = (select platform.actor()));

-- Phân quyền: a role over a body on days of validity; null body = the province as a whole, before there are bodies.
create table accounts.role_grant (
  id uuid primary key,
  province text not null default platform.province(),
  account_id uuid not null references accounts.account (id),
  role text not null check (role in ('so-noi-vu', 'co-quan', 'thu-truong', 'lanh-dao', 'tri-thuc', 'hoi', 'quan-tri')),
  unit_id uuid,
  valid daterange not null,
  act text not null default '',
  granted_by text not null,
  granted_at timestamptz not null,
  constraint only_administrator_without_body check (unit_id is not null or role = 'quan-tri'),
  constraint grant_not_twice exclude using gist (
    account_id with =, role with =, (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);
create index role_grant_unit on accounts.role_grant (unit_id, role);
select platform.protect('accounts.role_grant', 'unit_id');
create policy own_grant on accounts.role_grant for select to nguyen_khi_app
  using (account_id::text = (select platform.actor()));
-- Second wall: whoever does not see the whole province writes no right, not even over his own body.
create policy given_from_above on accounts.role_grant as restrictive for insert to nguyen_khi_app with check ((select platform.sees_all()));
create policy changed_from_above on accounts.role_grant as restrictive for update to nguyen_khi_app using ((select platform.sees_all()));
create policy never_deleted on accounts.role_grant as restrictive for delete to nguyen_khi_app using (false);

-- Phiên đăng nhập: only the keyed hash of the token is kept.
create table accounts.session (
  id uuid primary key,
  province text not null default platform.province(),
  account_id uuid not null references accounts.account (id),
  token_hash bytea not null,
  stage text not null check (stage in ('second-step', 'open')),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  address text not null default '',
  agent text not null default '',
  constraint one_session_per_token unique (token_hash)
);
create index session_account on accounts.session (account_id);
select platform.protect_through('accounts.session', 'account_id', 'accounts.account');
create policy own_session on accounts.session as restrictive to nguyen_khi_app
  using ((select platform.sees_all()) or account_id::text = (select platform.actor()));

-- Mã dự phòng: for the day the phone is lost; kept as keyed hashes, each taken once.
create table accounts.recovery_code (
  account_id uuid not null references accounts.account (id),
  province text not null default platform.province(),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
select platform.protect_through('accounts.recovery_code', 'account_id', 'accounts.account');
create policy own_code on accounts.recovery_code as restrictive to nguyen_khi_app
  using ((select platform.sees_all()) or account_id::text = (select platform.actor()));
