-- Chế độ báo cáo: regimes and periods are shared; obligations, drafts, versions and decisions belong to a unit.
create schema reporting;
grant usage on schema reporting to nguyen_khi_app;

-- Bản của chế độ báo cáo: never changed, a new version is a new row.
create table reporting.regime (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null,
  version integer not null,
  config jsonb not null,
  act text not null,
  valid daterange not null,
  issued_at timestamptz not null,
  issued_by text not null,
  constraint one_regime_version unique (code, version)
);
select platform.protect_shared('reporting.regime');
revoke update, delete on reporting.regime from nguyen_khi_app;

-- Kỳ báo cáo: one year of one regime, with the version it was opened under.
create table reporting.period (
  id uuid primary key,
  province text not null default platform.province(),
  regime_id uuid not null references reporting.regime (id),
  regime_code text not null,
  programme_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  due_before date not null,
  cut_off date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  constraint one_period_per_year unique (regime_code, year),
  constraint cut_off_before_due check (cut_off < due_before)
);
select platform.protect_shared('reporting.period');
revoke update, delete on reporting.period from nguyen_khi_app;

-- Nghĩa vụ báo cáo: one row per unit and period, made at opening; changes only by recorded decision.
create table reporting.obligation (
  id uuid primary key,
  province text not null default platform.province(),
  period_id uuid not null references reporting.period (id),
  unit_id uuid not null,
  code text not null,
  part daterange not null,
  closing boolean not null,
  came_from uuid[] not null default '{}',
  state text not null default 'chua-nop' check (state in
    ('chua-nop', 'dang-soan', 'cho-ky', 'da-nop', 'da-tiep-nhan', 'tra-lai', 'da-duyet', 'mien', 'ke-thua')),
  state_since timestamptz not null,
  due_before date not null,
  returned_until date,
  inherited_by uuid,
  version integer not null default 1,
  constraint one_obligation_per_unit unique (period_id, unit_id),
  constraint one_report_code unique (period_id, code),
  constraint heir_is_named check ((state = 'ke-thua') = (inherited_by is not null))
);
create index obligation_unit on reporting.obligation (unit_id);
select platform.protect('reporting.obligation', 'unit_id');

-- Bản nháp: what was typed, section by section; section 0 holds the statement that nothing arose.
create table reporting.draft (
  obligation_id uuid not null references reporting.obligation (id),
  province text not null default platform.province(),
  unit_id uuid not null,
  section integer not null,
  answers jsonb not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  saved_by text not null,
  saved_by_name text not null,
  constraint one_draft_per_section primary key (obligation_id, section)
);
select platform.protect('reporting.draft', 'unit_id');

-- Bản đã nộp: versions 1..n, never changed.
create table reporting.submission (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  findings jsonb not null,
  prepared_by text not null,
  signed_by text not null,
  signed_by_name text not null,
  signed_by_post text not null,
  sent_at timestamptz not null,
  late boolean not null,
  days_late integer not null,
  file_id uuid references platform.file (id),
  sha256 text not null,
  content_sha256 text not null,
  constraint one_submission_per_number unique (obligation_id, number)
);
select platform.protect('reporting.submission', 'unit_id');
revoke update, delete on reporting.submission from nguyen_khi_app;
create function reporting.keep_submission() returns trigger language plpgsql as $$
begin
  raise exception 'a submitted report is never changed' using errcode = '23001', constraint = 'submission_is_final';
end $$;
create trigger submission_is_final before update or delete on reporting.submission
  for each row execute function reporting.keep_submission();

-- Các bước: every change of state and every decision, with its reason and act.
create table reporting.step (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  verb text not null,
  before text not null,
  after text not null,
  submission_number integer,
  reason text not null default '',
  act text not null default '',
  until date,
  other_unit uuid,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index step_obligation on reporting.step (obligation_id, at);
select platform.protect('reporting.step', 'unit_id');
revoke update, delete on reporting.step from nguyen_khi_app;

-- Ý kiến thẩm định: about one figure or paragraph of one version.
create table reporting.remark (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  submission_number integer not null,
  cell text not null,
  text text not null check (char_length(text) between 1 and 1000),
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index remark_obligation on reporting.remark (obligation_id, submission_number);
select platform.protect('reporting.remark', 'unit_id');
revoke update, delete on reporting.remark from nguyen_khi_app;

-- Báo cáo tỉnh: figures frozen per version; words edited by hand are kept from version to version.
create table reporting.provincial_report (
  id uuid primary key,
  province text not null default platform.province(),
  period_id uuid not null references reporting.period (id),
  unit_id uuid not null,
  number integer not null check (number > 0),
  figures jsonb not null,
  edits jsonb not null default '{}',
  built_at timestamptz not null,
  built_by_name text not null,
  version integer not null default 1,
  file_id uuid references platform.file (id),
  sha256 text not null,
  constraint one_provincial_report_per_number unique (period_id, number)
);
select platform.protect('reporting.provincial_report', 'unit_id');
revoke delete on reporting.provincial_report from nguyen_khi_app;
