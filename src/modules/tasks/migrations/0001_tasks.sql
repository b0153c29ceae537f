-- Theo dõi nhiệm vụ: plans of agencies made from the provincial tasks, progress with evidence, acceptance.
create schema tasks;
grant usage on schema tasks to nguyen_khi_app;

-- Kế hoạch của cơ quan (KH, mục V.1.1): one per body and year.
create table tasks.agency_plan (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme,
  unit_id uuid not null references organisations.unit,
  year integer not null check (year between 2000 and 2100),
  state text not null check (state in ('dang-lap', 'cho-duyet', 'da-duyet')),
  returned_reason text not null default '',
  version integer not null default 1,
  made_at timestamptz not null,
  approved_at timestamptz,
  approved_by text,
  constraint one_plan_per_body_and_year unique (programme_id, unit_id, year)
);
select platform.protect('tasks.agency_plan', 'unit_id');

create table tasks.plan_item (
  id uuid primary key,
  province text not null default platform.province(),
  plan_id uuid not null references tasks.agency_plan on delete cascade,
  task_id uuid not null references programme.task,
  work text not null,
  product text not null default '',
  due date,
  person text not null default '',
  place integer not null,
  constraint one_item_per_task unique (plan_id, task_id)
);
select platform.protect_through('tasks.plan_item', 'plan_id', 'tasks.agency_plan');

-- Tiến độ: every report is a row; the latest one is the present state, nothing is overwritten.
create table tasks.progress (
  id uuid primary key,
  province text not null default platform.province(),
  programme_id uuid not null references programme.programme,
  task_id uuid not null references programme.task,
  unit_id uuid not null references organisations.unit,
  percent integer not null check (percent between 0 and 100),
  state text not null check (state in ('dang-thuc-hien', 'hoan-thanh', 'tam-dung')),
  result text not null,
  reported_at timestamptz not null,
  reported_by text not null,
  reporter_name text not null,
  accepted_at timestamptz,
  accepted_by text
);
create index progress_task on tasks.progress (task_id, unit_id, reported_at desc);
select platform.protect('tasks.progress', 'unit_id');
revoke delete on tasks.progress from nguyen_khi_app;

-- Bằng chứng: số, ngày văn bản, tệp.
create table tasks.evidence (
  id uuid primary key,
  province text not null default platform.province(),
  progress_id uuid not null references tasks.progress,
  number text not null,
  issued_on date not null,
  title text not null default '',
  file_id uuid references platform.file
);
create index evidence_progress on tasks.evidence (progress_id);
select platform.protect_through('tasks.evidence', 'progress_id', 'tasks.progress');
revoke update, delete on tasks.evidence from nguyen_khi_app;

-- Tình hình chung: how far each task is, for everybody who may see the plan; what was written and proven stays with the body.
create function tasks.standings(programme uuid)
  returns table (task_id uuid, unit_id uuid, percent integer, state text, reported_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, tasks as $$
  select distinct on (p.task_id, p.unit_id) p.task_id, p.unit_id, p.percent, p.state, p.reported_at, p.accepted_at
  from tasks.progress p where p.programme_id = programme order by p.task_id, p.unit_id, p.reported_at desc, p.id desc
$$;
revoke execute on function tasks.standings from public;
grant execute on function tasks.standings to nguyen_khi_app;
