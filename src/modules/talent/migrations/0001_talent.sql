-- Nhân tài: people recognised by a decision, where they work and how they leave, and recruitment of bodies by period.
-- Nothing is changed in place but `talent.unit_id` (who sees it) and `talent.version`: a new version supersedes the one before.
create schema talent;
grant usage on schema talent to nguyen_khi_app;

create sequence talent.talent_code;
grant usage on sequence talent.talent_code to nguyen_khi_app;

create table talent.talent (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null default 'NT-' || lpad(nextval('talent.talent_code')::text, 4, '0'),
  -- The dossier as it was when the talent was recorded; `people.kept_as` tells the one that is kept now.
  person_id uuid not null,
  -- Nơi làm việc, or where the person worked last.
  unit_id uuid not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  constraint code_of_one_talent unique (province, code),
  constraint one_talent_of_a_person unique (person_id)
);
create index talent_unit on talent.talent (unit_id);
select platform.protect('talent.talent', 'unit_id');

create table talent.recognition (
  id uuid primary key,
  province text not null default platform.province(),
  talent_id uuid not null references talent.talent,
  key uuid not null,
  version int not null check (version >= 1),
  number text not null check (number <> ''),
  decided_on date not null,
  authority text not null check (authority <> ''),
  basis text not null check (basis in ('nd-179-2024', 'nd-140-2017', 'nd-40-2014', 'nq-hdnd', 'khac')),
  class text not null check (class in ('dang-cong-tac', 'sinh-vien-xuat-sac', 'khoa-hoc-tre', 'chuyen-gia')),
  sector text not null,
  committed_until date,
  note text not null default '',
  ended_on date,
  end_reason text check (end_reason in ('nguyen-vong', 'khong-hoan-thanh', 'vi-pham', 'doi-linh-vuc', 'het-thoi-han')),
  end_document text not null default '',
  withdrawn boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_recognition_of_a_version unique (key, version),
  constraint commitment_after_decision check (committed_until is null or committed_until > decided_on),
  constraint end_of_recognition_says_why check ((ended_on is null) = (end_reason is null)),
  constraint recognition_ends_after_decision check (ended_on is null or ended_on > decided_on)
);
create unique index one_recognition_in_force on talent.recognition (key) where superseded_at is null;
create index recognition_talent on talent.recognition (talent_id);
select platform.protect_through('talent.recognition', 'talent_id', 'talent.talent');

create table talent.episode (
  id uuid primary key,
  province text not null default platform.province(),
  talent_id uuid not null references talent.talent,
  key uuid not null,
  version int not null check (version >= 1),
  unit_id uuid not null,
  from_day date not null,
  -- The first day on which the person no longer works there.
  left_on date,
  exit text check (exit in ('chuyen-trong-tinh', 'nghi-huu', 'tu-tran', 'roi')),
  reason text,
  document text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_episode_of_a_version unique (key, version),
  constraint leaving_says_how check ((left_on is null) = (exit is null)),
  constraint leaving_says_why check ((exit is not distinct from 'roi') = (reason is not null)),
  constraint leaves_after_beginning check (left_on is null or left_on > from_day)
);
create unique index one_episode_in_force on talent.episode (key) where superseded_at is null;
create unique index one_open_episode on talent.episode (talent_id) where superseded_at is null and left_on is null;
create index episode_talent on talent.episode (talent_id);
select platform.protect_through('talent.episode', 'talent_id', 'talent.talent');

create table talent.review (
  id uuid primary key,
  province text not null default platform.province(),
  talent_id uuid not null references talent.talent,
  milestone smallint not null check (milestone between 1 and 5),
  version int not null check (version >= 1),
  on_day date not null,
  rating text not null,
  benefits text[] not null default '{}',
  remark text not null default '',
  document text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_review_of_a_version unique (talent_id, milestone, version)
);
create unique index one_review_in_force on talent.review (talent_id, milestone) where superseded_at is null;
select platform.protect_through('talent.review', 'talent_id', 'talent.talent');

-- Kết quả tuyển dụng of a body in a period of one year; a withdrawn one counts nobody and leaves its period free.
create table talent.recruitment (
  id uuid primary key,
  province text not null default platform.province(),
  key uuid not null,
  version int not null check (version >= 1),
  unit_id uuid not null,
  from_day date not null,
  to_day date not null,
  state text not null check (state in ('bao-cao', 'dinh-chinh', 'rut')),
  recruited int not null check (recruited between 0 and 1000000),
  talents int not null,
  named text[] not null default '{}',
  evidence text not null default '',
  document text not null check (document <> ''),
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_recruitment_of_a_version unique (key, version),
  constraint recruitment_lies_in_a_year check (from_day <= to_day and extract(year from from_day) = extract(year from to_day)),
  constraint talents_are_among_recruits check (talents between 0 and recruited),
  constraint first_recruitment_is_reported check ((state = 'bao-cao') = (version = 1)),
  constraint recruitment_change_says_why check (state = 'bao-cao' or reason <> ''),
  constraint one_recruitment_of_a_day exclude using gist (unit_id with =, daterange(from_day, to_day, '[]') with &&)
    where (superseded_at is null and state <> 'rut')
);
create unique index one_recruitment_in_force on talent.recruitment (key) where superseded_at is null;
create index recruitment_unit on talent.recruitment (unit_id);
select platform.protect('talent.recruitment', 'unit_id');
