-- Chấm điểm: a round a year, one sheet for each body, three points for each criterion. Bodies are scored, never persons.
create schema appraisal;
grant usage on schema appraisal to nguyen_khi_app;

-- Đợt chấm điểm: keeps the criteria it was opened with; when it is closed, what it found is kept as it was shown.
create table appraisal.round (
  id uuid primary key,
  province text not null default platform.province(),
  year int not null check (year between 2000 and 2100),
  profile jsonb not null,
  state text not null default 'dang-cham' check (state in ('dang-cham', 'da-cong-bo', 'da-khoa')),
  opened_at timestamptz not null,
  opened_by_name text not null,
  counted_at timestamptz not null,
  published_at timestamptz,
  appeal_until date,
  closed_at timestamptz,
  frozen jsonb,
  sha256 text,
  version int not null default 1,
  constraint one_round_a_year unique (province, year),
  constraint published_says_until check ((state = 'dang-cham') = (published_at is null) and (published_at is null) = (appeal_until is null)),
  constraint closed_is_frozen check ((state = 'da-khoa') = (frozen is not null) and (frozen is null) = (sha256 is null))
);
select platform.protect_shared('appraisal.round');
revoke delete on appraisal.round from nguyen_khi_app;

-- Phiếu chấm: the name of the body is that of the day of opening.
create table appraisal.entry (
  id uuid primary key,
  province text not null default platform.province(),
  round_id uuid not null references appraisal.round (id),
  unit_id uuid not null references organisations.unit,
  unit_code text not null,
  unit_name text not null,
  unit_group text not null,
  state text not null default 'chua-tu-cham' check (state in ('chua-tu-cham', 'da-tu-cham', 'da-tham-dinh')),
  self_by_name text,
  self_at timestamptz,
  appraised_by_name text,
  appraised_at timestamptz,
  version int not null default 1,
  constraint one_sheet_per_body unique (round_id, unit_id)
);
create index entry_unit on appraisal.entry (unit_id);
select platform.protect('appraisal.entry', 'unit_id');
revoke delete on appraisal.entry from nguyen_khi_app;

create table appraisal.item (
  entry_id uuid not null references appraisal.entry (id),
  province text not null default platform.province(),
  unit_id uuid not null,
  criterion text not null,
  applies boolean not null,
  computed numeric check (computed >= 0),
  counted jsonb,
  self numeric check (self >= 0),
  self_reason text not null default '',
  evidence_number text not null default '',
  evidence_day date,
  file_id uuid references platform.file (id),
  file_name text,
  appraised numeric check (appraised >= 0),
  appraised_reason text not null default '',
  primary key (entry_id, criterion)
);
select platform.protect('appraisal.item', 'unit_id');
revoke delete on appraisal.item from nguyen_khi_app;

-- Kiến nghị: once for a criterion of a body, answered once.
create table appraisal.appeal (
  id uuid primary key,
  province text not null default platform.province(),
  entry_id uuid not null references appraisal.entry (id),
  unit_id uuid not null,
  criterion text not null,
  text text not null check (text <> ''),
  document text not null default '',
  at timestamptz not null,
  by_name text not null,
  state text not null default 'cho' check (state in ('cho', 'chap-nhan', 'giu-nguyen')),
  points numeric check (points >= 0),
  answer text not null default '',
  answered_at timestamptz,
  answered_by_name text,
  constraint one_appeal_per_criterion unique (entry_id, criterion),
  constraint answer_says_why check ((state = 'cho') = (answer = ''))
);
select platform.protect('appraisal.appeal', 'unit_id');
revoke delete on appraisal.appeal from nguyen_khi_app;

-- Khóa: nothing of a closed round is changed or added to.
create function appraisal.keep_closed() returns trigger language plpgsql as $$
begin
  if exists (select 1 from appraisal.round r where r.state = 'da-khoa' and (
    (tg_table_name = 'entry' and r.id = (to_jsonb(new) ->> 'round_id')::uuid)
    or (tg_table_name <> 'entry' and r.id = (select e.round_id from appraisal.entry e where e.id = (to_jsonb(new) ->> 'entry_id')::uuid))))
  then
    raise exception 'a closed round is never changed' using errcode = '23001', constraint = 'round_is_closed';
  end if;
  return new;
end $$;
create trigger round_is_closed before insert or update on appraisal.entry for each row execute function appraisal.keep_closed();
create trigger round_is_closed before insert or update on appraisal.item for each row execute function appraisal.keep_closed();
create trigger round_is_closed before insert or update on appraisal.appeal for each row execute function appraisal.keep_closed();

create function appraisal.keep_frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'da-khoa' or new.year <> old.year or new.profile <> old.profile then
    raise exception 'a closed round is never changed' using errcode = '23001', constraint = 'round_is_closed';
  end if;
  return new;
end $$;
create trigger round_is_closed before update on appraisal.round for each row execute function appraisal.keep_frozen();
