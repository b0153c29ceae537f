-- Nhắc hạn, đôn đốc: the inbox, the reminder ladder, urging letters, and how far the ledger has been read.
create schema notices;
grant usage on schema notices to nguyen_khi_app;

create table notices.notice (
  id uuid primary key,
  province text not null default platform.province(),
  account_id text not null,
  kind text not null,
  title text not null,
  body text not null default '',
  href text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  key text not null,
  constraint one_notice_per_event unique (account_id, key)
);
create index notice_inbox on notices.notice (account_id, made_at desc);
create index notice_unread on notices.notice (account_id) where read_at is null;
select platform.own('notices.notice');
create policy own_inbox on notices.notice to nguyen_khi_app
  using ((select platform.sees_all()) or account_id = (select platform.actor()));
grant select, insert, update on notices.notice to nguyen_khi_app;

create table notices.follower (
  name text primary key,
  seq bigint not null
);
select platform.protect_shared('notices.follower');

-- Bậc nhắc: each step once per obligation.
create table notices.reminder (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null,
  unit_id uuid not null references organisations.unit,
  year integer not null,
  step text not null,
  sent_at timestamptz not null,
  constraint one_reminder_per_step unique (obligation_id, step)
);
create index reminder_year on notices.reminder (year, unit_id);
select platform.protect('notices.reminder', 'unit_id');

-- Công văn đôn đốc: the letter as composed, for exactly the late bodies of its moment.
create table notices.urging_letter (
  id uuid primary key,
  province text not null default platform.province(),
  year integer not null,
  made_on date not null,
  as_of timestamptz not null,
  unit_ids uuid[] not null,
  paper jsonb not null,
  file_id uuid not null references platform.file,
  sha256 text not null,
  made_by text not null,
  constraint one_letter_per_list_and_day unique (year, made_on, unit_ids)
);
select platform.protect_shared('notices.urging_letter');
