-- Văn bản sửa đổi: a programme lives through the documents that amend it. What no longer applies is closed with its day and
-- document, never deleted; every row says which document its words stand in.
create table programme.edition (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  -- 1 = the document it was adopted from.
  no integer not null,
  document_id uuid not null references documents.source (id),
  number text not null,
  dated date not null,
  title text not null,
  -- How many items it added, changed, removed, left as they were.
  added integer not null default 0,
  changed integer not null default 0,
  removed integer not null default 0,
  unchanged integer not null default 0,
  taken_at timestamptz not null,
  taken_by text not null,
  taken_by_name text not null,
  constraint one_edition_per_no unique (programme_id, no),
  constraint one_edition_per_document unique (document_id)
);
select platform.protect_shared('programme.edition');
revoke update, delete on programme.edition from nguyen_khi_app;
insert into programme.edition (id, province, programme_id, no, document_id, number, dated, title, taken_at, taken_by, taken_by_name)
  select gen_random_uuid(), province, id, 1, document_id, number, dated, title, adopted_at, adopted_by, adopted_by_name
  from programme.programme;

alter table programme.programme add column version integer not null default 1;

-- The document the span of a row points into; first the one the programme was adopted from.
alter table programme.clause add column document_id uuid references documents.source (id), add column ended_on date,
  add column ended_by uuid references programme.edition (id);
alter table programme.goal add column document_id uuid references documents.source (id), add column ended_on date,
  add column ended_by uuid references programme.edition (id);
alter table programme.task add column document_id uuid references documents.source (id), add column ended_on date,
  add column ended_by uuid references programme.edition (id),
  -- Sản phẩm and đề nghị, as the document says them.
  add column product_read text, add column request boolean not null default false;
alter table programme.recipient add column document_id uuid references documents.source (id), add column ended_on date,
  add column ended_by uuid references programme.edition (id);
update programme.clause c set document_id = p.document_id from programme.programme p where p.id = c.programme_id;
update programme.goal c set document_id = p.document_id from programme.programme p where p.id = c.programme_id;
update programme.task c set document_id = p.document_id from programme.programme p where p.id = c.programme_id;
update programme.recipient c set document_id = p.document_id from programme.programme p where p.id = c.programme_id;
alter table programme.clause alter column document_id set not null;
alter table programme.goal alter column document_id set not null;
alter table programme.task alter column document_id set not null;
alter table programme.recipient alter column document_id set not null;

-- A code names one item in force; what has ended keeps the code it had.
alter table programme.clause drop constraint one_clause_per_code;
alter table programme.goal drop constraint one_goal_per_code;
alter table programme.task drop constraint one_task_per_code;
create unique index one_clause_per_code on programme.clause (programme_id, code) where ended_on is null;
create unique index one_goal_per_code on programme.goal (programme_id, code) where ended_on is null;
create unique index one_task_per_code on programme.task (programme_id, code) where ended_on is null;

-- Lời văn trước đây of an item an amendment changed: what the plan said until then.
create table programme.wording (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  subject_id uuid not null,
  edition_id uuid not null references programme.edition (id),
  code text not null,
  body text not null,
  -- `[{label, before, after}]`, in the words shown.
  fields jsonb not null
);
create index wording_subject on programme.wording (subject_id);
select platform.protect_shared('programme.wording');
revoke update, delete on programme.wording from nguyen_khi_app;

-- Quyết định về từng khác biệt, before the amendment takes effect.
create table programme.amendment_choice (
  document_id uuid not null references documents.source (id),
  entry text not null,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  -- `take` = as the new document says, `leave` = as it was, `pair` = a new item that is the old one named by `partner`.
  choice text not null check (choice in ('take', 'leave', 'pair')),
  partner uuid,
  version integer not null default 1,
  decided_at timestamptz not null,
  decided_by text not null,
  decided_by_name text not null,
  constraint one_choice_per_difference primary key (document_id, entry),
  constraint partner_when_paired check ((choice = 'pair') = (partner is not null))
);
select platform.protect_shared('programme.amendment_choice');
revoke delete on programme.amendment_choice from nguyen_khi_app;
