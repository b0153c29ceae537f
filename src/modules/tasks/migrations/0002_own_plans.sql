-- Kế hoạch cơ quan đã ban hành: its document as read, the items that come from it, and which tasks of the province each carries out.
create table tasks.own_document (
  id uuid primary key,
  province text not null default platform.province(),
  plan_id uuid not null references tasks.agency_plan on delete cascade,
  file_id uuid references platform.file,
  name text not null,
  sha256 text not null,
  number text,
  dated date,
  title text,
  body text not null,
  -- The document itself names the plan of the province.
  cites_programme boolean not null,
  read_at timestamptz not null,
  read_by text not null,
  read_by_name text not null,
  constraint one_reading_per_own_document unique (plan_id, sha256)
);
select platform.protect_through('tasks.own_document', 'plan_id', 'tasks.agency_plan');
revoke update, delete on tasks.own_document from nguyen_khi_app;

-- A row comes from a task of the province, or from the body's own document with the place of its words.
alter table tasks.plan_item
  alter column task_id drop not null,
  add column document_id uuid references tasks.own_document,
  add column clause text not null default '',
  add column span_from integer not null default 0,
  add column span_to integer not null default 0,
  add column named text[] not null default '{}',
  add column due_words text not null default '',
  add column read_text text not null default '',
  -- Nhiệm vụ riêng của cơ quan: an officer has said that it carries out no task of the province.
  add column own_work boolean not null default false,
  add constraint item_has_a_source check ((task_id is null) <> (document_id is null));

-- Quyết định về một liên kết: it carries the task out, or it does not.
create table tasks.plan_link (
  item_id uuid not null references tasks.plan_item on delete cascade,
  task_id uuid not null references programme.task,
  province text not null default platform.province(),
  verdict text not null check (verdict in ('lien-ket', 'khong-phai')),
  decided_at timestamptz not null,
  decided_by text not null,
  decided_by_name text not null,
  constraint one_decision_per_link primary key (item_id, task_id)
);
create index plan_link_task on tasks.plan_link (task_id) where verdict = 'lien-ket';
select platform.protect_through('tasks.plan_link', 'item_id', 'tasks.plan_item');
