-- Kế hoạch: an adopted plan as clauses, goals, tasks, duties and recipients, each tied to its own words; who takes part, who leads.
create schema programme;
grant usage on schema programme to nguyen_khi_app;

create table programme.programme (
  id uuid primary key,
  province text not null default platform.province(),
  number text not null,
  dated date not null,
  title text not null,
  kind text not null,
  issuer text not null,
  territory_id uuid not null,
  document_id uuid not null references documents.source (id),
  adopted_at timestamptz not null,
  adopted_by text not null,
  adopted_by_name text not null,
  constraint one_programme_per_document unique (document_id),
  constraint one_programme_per_number unique (province, number, dated)
);
select platform.protect_shared('programme.programme');
revoke delete on programme.programme from nguyen_khi_app;

-- Đề mục của văn bản.
create table programme.clause (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  position integer not null,
  code text not null,
  parent_code text,
  title text not null,
  span_from integer not null,
  span_to integer not null,
  constraint one_clause_per_code unique (programme_id, code)
);
select platform.protect_shared('programme.clause');

create table programme.goal (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  position integer not null,
  code text not null,
  section text,
  body text not null,
  metric text,
  comparator text check (comparator in ('>=', '<=', '=', 'range', '~')),
  strict boolean not null,
  value numeric,
  value_high numeric,
  unit text,
  denominator text,
  by_year integer,
  measure text not null,
  qualitative boolean not null,
  span_from integer not null,
  span_to integer not null,
  version integer not null default 1,
  constraint one_goal_per_code unique (programme_id, code)
);
select platform.protect_shared('programme.goal');

-- Nhiệm vụ, and duties of the organisation section (`duty`).
create table programme.task (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  position integer not null,
  code text not null,
  section text,
  body text not null,
  duty boolean not null,
  lead_named text[] not null,
  lead_kind text not null check (lead_kind in ('named', 'group', 'none')),
  coordinate_named text[] not null,
  support boolean not null,
  due_read text,
  due_raw text,
  span_from integer not null,
  span_to integer not null,
  version integer not null default 1,
  constraint one_task_per_code unique (programme_id, code)
);
select platform.protect_shared('programme.task');

-- Nơi nhận, as the lines stand in the document.
create table programme.recipient (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  position integer not null,
  name text not null,
  archive boolean not null,
  resolved text not null check (resolved in ('group', 'single', 'unknown')),
  span_from integer not null,
  span_to integer not null
);
select platform.protect_shared('programme.recipient');

-- Thành phần thực hiện: bodies on the day of the plan, by the line that names them or by decision.
create table programme.participant (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  unit_id uuid not null,
  role text not null check (role in ('obligated', 'informed')),
  line text not null,
  by_decision boolean not null default false,
  reason text not null default '',
  decided_by_name text not null default '',
  decided_at timestamptz,
  version integer not null default 1,
  constraint one_role_per_participant unique (programme_id, unit_id)
);
select platform.protect_shared('programme.participant');

-- Phân công: who leads since when. Earlier assignments stay; the current one has no end.
create table programme.assignment (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme (id),
  subject_id uuid not null,
  batch uuid not null,
  replaces uuid references programme.assignment (id),
  lead_id uuid not null,
  coordinators uuid[] not null,
  product text not null,
  due_kind text not null check (due_kind in ('day', 'yearly', 'continuous', 'none')),
  due_day date,
  -- True for what the document itself says, set when it was adopted.
  by_document boolean not null,
  -- True for an earlier assignment that an undo put in force again.
  by_undo boolean not null default false,
  since timestamptz not null,
  until timestamptz,
  assigned_by text not null,
  assigned_by_name text not null,
  ended_by_name text,
  constraint due_day_when_day check (case due_kind when 'day' then due_day is not null when 'yearly' then true else due_day is null end)
);
create unique index one_current_assignment on programme.assignment (subject_id) where until is null;
create index assignment_batch on programme.assignment (batch);
create index assignment_subject on programme.assignment (subject_id, since);
create index assignment_lead on programme.assignment (lead_id) where until is null;
select platform.protect_shared('programme.assignment');
revoke delete on programme.assignment from nguyen_khi_app;
