-- Biến động tổ chức: drafts of events, where what ended units held goes, and who recorded or took back an event.
alter table organisations.event drop constraint event_kind_check;
alter table organisations.event add constraint event_kind_check
  check (kind in ('establish', 'rename', 'merge', 'split', 'part', 'transfer', 'move', 'level', 'dissolve'));

-- Loaded history has no recorder. `before` = the rows of the units touched as they stood, so that taking back restores them.
alter table organisations.event
  add column recorded_at timestamptz,
  add column recorded_by text,
  add column recorded_by_name text,
  add column content jsonb,
  add column before jsonb,
  add column carried_out_at timestamptz,
  add column reversed_at timestamptz,
  add column reversed_by_name text,
  add column reversal_reason text not null default '';

create table organisations.event_draft (
  id uuid primary key,
  province text not null default platform.province(),
  state text not null default 'dang-soan' check (state in ('dang-soan', 'da-thuc-hien', 'da-bo')),
  content jsonb not null,
  version integer not null default 1,
  event_id uuid references organisations.event,
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  constraint applied_draft_has_event check ((state = 'da-thuc-hien') = (event_id is not null))
);
select platform.protect_shared('organisations.event_draft');
revoke delete on organisations.event_draft from nguyen_khi_app;

-- Nơi nhận: of one thing an ended unit held. The heir may be a unit that begins with the event, so it stands by code.
create table organisations.disposition (
  draft_id uuid not null references organisations.event_draft,
  province text not null default platform.province(),
  item text not null,
  heir_code text,
  act text not null default '',
  decided_at timestamptz not null,
  decided_by_name text not null,
  primary key (draft_id, item),
  constraint heir_or_act check (heir_code is not null or act <> '')
);
select platform.protect_shared('organisations.disposition');
