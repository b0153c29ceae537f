-- Văn bản nguồn: documents as they came, what was read from them, and what the officer decided about each item read.
create schema documents;
grant usage on schema documents to nguyen_khi_app;

create table documents.source (
  id uuid primary key,
  province text not null default platform.province(),
  file_id uuid references platform.file (id),
  name text not null,
  format text not null check (format in ('txt', 'docx', 'typed')),
  sha256 text not null,
  body text not null,
  reading jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  uploaded_by_name text not null,
  -- Set once, when a programme was adopted from it; from then on nothing of it changes.
  closed_at timestamptz,
  version integer not null default 1
);
create index source_uploaded on documents.source (province, uploaded_at desc);
-- The same text is read once while its draft is open: a double submit finds the first one.
create unique index one_open_reading_per_text on documents.source (province, sha256) where closed_at is null;
select platform.protect_shared('documents.source');
revoke delete on documents.source from nguyen_khi_app;

-- Quyết định của cán bộ về từng mục đọc được.
create table documents.decision (
  document_id uuid not null references documents.source (id),
  item text not null,
  province text not null default platform.province(),
  verdict text not null check (verdict in ('accepted', 'edited', 'rejected')),
  edits jsonb not null default '{}',
  version integer not null default 1,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_by_name text not null,
  constraint one_decision_per_item primary key (document_id, item)
);
select platform.protect_through('documents.decision', 'document_id', 'documents.source');
revoke delete on documents.decision from nguyen_khi_app;
