-- Đề nghị gia hạn: asked by the body, answered once by whoever runs the period; an answer that grants is also a step of the report.
create table reporting.extension_request (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  until date not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  document text not null default '',
  state text not null default 'cho' check (state in ('cho', 'chap-thuan', 'tu-choi', 'rut')),
  asked_at timestamptz not null,
  asked_by text not null,
  asked_by_name text not null,
  answer text not null default '',
  granted_until date,
  answered_at timestamptz,
  answered_by_name text,
  constraint answered_when_settled check ((state = 'cho') = (answered_at is null)),
  constraint granted_with_a_day check ((state = 'chap-thuan') = (granted_until is not null))
);
create unique index one_open_extension_request on reporting.extension_request (obligation_id) where state = 'cho';
select platform.protect('reporting.extension_request', 'unit_id');
revoke delete on reporting.extension_request from nguyen_khi_app;
select platform.watch('reporting.extension_request', 'reporting');

-- Giao ký thay: who signs reports of a body in place of its head, by which document, on which days.
create table reporting.signing_authority (
  id uuid primary key,
  province text not null default platform.province(),
  unit_id uuid not null,
  account_id text not null,
  person_name text not null,
  kind text not null check (kind in ('KT', 'TL', 'TUQ')),
  head_post text not null,
  post text not null,
  act text not null,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  constraint one_signing_authority_at_a_time exclude using gist (unit_id with =, account_id with =, valid with &&)
);
select platform.protect('reporting.signing_authority', 'unit_id');
revoke delete on reporting.signing_authority from nguyen_khi_app;

-- Ký thay ai: "KT. Giám đốc" as it stands above the post of the signer; empty = the head himself.
alter table reporting.submission add column signed_for text not null default '';

-- Bản đã ký số: the file that came back from the signing tool of the agency, bound to the version that was signed.
create table reporting.signed_file (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  submission_number integer not null,
  of_sha256 text not null,
  file_id uuid not null references platform.file (id),
  name text not null,
  sha256 text not null,
  mark text not null check (mark in ('pdf', 'office', 'cms', 'khong')),
  received_at timestamptz not null,
  received_by text not null,
  received_by_name text not null,
  constraint one_signed_file_per_content unique (obligation_id, submission_number, sha256),
  constraint signed_version_stands foreign key (obligation_id, submission_number) references reporting.submission (obligation_id, number)
);
select platform.protect('reporting.signed_file', 'unit_id');
revoke update, delete on reporting.signed_file from nguyen_khi_app;
select platform.watch('reporting.signed_file', 'reporting');
