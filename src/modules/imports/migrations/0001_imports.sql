-- Nhập dữ liệu: a file of a body, how it is read, what was found in it, what it did. The register itself is written by `people`.
create schema imports;
grant usage on schema imports to nguyen_khi_app;

create table imports.batch (
  id uuid primary key,
  province text not null default platform.province(),
  unit_id uuid not null,
  unit_code text not null,
  unit_name text not null,
  file_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  file_kind text not null check (file_kind in ('xlsx', 'xls', 'csv')),
  as_of date not null,
  plan jsonb not null,
  notes jsonb not null default '[]',
  state text not null check (state in ('da-gui', 'dang-kiem-tra', 'da-kiem-tra', 'dang-ghi', 'da-ghi', 'da-hoan-tac', 'da-bo')),
  counts jsonb,
  trouble text not null default '',
  -- Who asked for what runs now, with the scope of then: the run takes it over.
  asked_by jsonb,
  made_by text not null,
  made_name text not null,
  made_at timestamptz not null,
  written_at timestamptz,
  version int not null default 1
);
create index batch_unit on imports.batch (unit_id, made_at desc);
create index batch_file on imports.batch (file_sha256);
create index batch_running on imports.batch (state) where state in ('dang-kiem-tra', 'dang-ghi');
select platform.protect('imports.batch', 'unit_id');

-- Tiến độ: written from outside the transaction of the run, so that it can be seen while it goes on.
create table imports.progress (
  batch_id uuid primary key references imports.batch,
  province text not null default platform.province(),
  rows int not null,
  total int not null,
  at timestamptz not null
);
select platform.protect_through('imports.progress', 'batch_id', 'imports.batch');

-- Điều thấy trong tệp, as of the last check or write. `message` never repeats a sensitive value.
create table imports.finding (
  batch_id uuid not null references imports.batch,
  province text not null default platform.province(),
  ordinal int not null,
  sheet text not null,
  row_no int not null,
  column_no int,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  message text not null,
  primary key (batch_id, ordinal)
);
select platform.protect_through('imports.finding', 'batch_id', 'imports.batch');

-- Kết quả từng dòng that somebody must look at: changed, possible doubles, errors, and the first new ones.
create table imports.row_outcome (
  batch_id uuid not null references imports.batch,
  province text not null default platform.province(),
  sheet text not null,
  row_no int not null,
  row_key text not null,
  name text not null,
  outcome text not null check (outcome in ('new', 'changed', 'duplicate', 'error')),
  person_id uuid,
  fields jsonb not null default '[]',
  candidates jsonb not null default '[]',
  primary key (batch_id, sheet, row_no)
);
create index row_outcome_kind on imports.row_outcome (batch_id, outcome, sheet, row_no);
select platform.protect_through('imports.row_outcome', 'batch_id', 'imports.batch');

-- Cách ghép cột đã chọn, by body and headings: the next file of the same form is read the same way.
create table imports.column_memory (
  unit_id uuid not null,
  province text not null default platform.province(),
  fingerprint text not null,
  targets jsonb not null,
  kept_at timestamptz not null,
  primary key (unit_id, fingerprint)
);
select platform.protect('imports.column_memory', 'unit_id');

-- Cách ghi đã ghép với danh mục, by body; `code` null = leave it out.
create table imports.value_decision (
  unit_id uuid not null,
  province text not null default platform.province(),
  target text not null,
  words text not null,
  shown text not null,
  code text,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (unit_id, target, words)
);
select platform.protect('imports.value_decision', 'unit_id');

-- Cách ghi chờ ghép của một lô: the queue.
create table imports.waiting_value (
  batch_id uuid not null references imports.batch,
  province text not null default platform.province(),
  target text not null,
  words text not null,
  shown text not null,
  list text not null,
  cells int not null,
  primary key (batch_id, target, words)
);
select platform.protect_through('imports.waiting_value', 'batch_id', 'imports.batch');

-- Dòng nào của cơ quan là ai: what an officer decided, and what earlier files wrote; the same row is the same person again.
-- The key is a keyed digest of name, birth and numbers: nothing can be read back from it.
create table imports.row_link (
  unit_id uuid not null,
  province text not null default platform.province(),
  row_key text not null,
  -- Null = somebody new, whoever resembles.
  person_id uuid,
  batch_id uuid not null,
  decided boolean not null,
  primary key (unit_id, row_key)
);
create index row_link_batch on imports.row_link (batch_id);
select platform.protect('imports.row_link', 'unit_id');
