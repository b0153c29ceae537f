-- Hồ sơ trí thức: one row a person, dated facts by group, sealed facts of tier C, and what is derived from them for lists and figures.
create schema people;
grant usage on schema people to nguyen_khi_app;

create extension if not exists pg_trgm;

create sequence people.person_code;
grant usage on sequence people.person_code to nguyen_khi_app;

-- Người: exactly one name, birth, sex at a time (TC1). `unit_id` = the body that keeps the dossier; it decides who sees it.
create table people.person (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null default 'TT-' || lpad(nextval('people.person_code')::text, 7, '0'),
  unit_id uuid not null,
  name text not null check (name <> ''),
  sex text check (sex in ('nam', 'nu')),
  birth date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  birth_place text,
  home_place text,
  nationality text,
  died date,
  died_precision text check (died_precision in ('day', 'month', 'year')),
  -- Keys of every name the person bears: without marks for finding, with marks for ranking, by tên - đệm - họ for sorting.
  name_plain text not null,
  name_marked text not null,
  name_sort text not null collate "C",
  merged_into uuid references people.person,
  removed_at timestamptz,
  version int not null default 1,
  completeness smallint not null default 0 check (completeness between 0 and 100),
  -- What the dossier lacks (codes of rules/completeness.ts), for the quality board.
  gaps text[] not null default '{}',
  -- Verification of name, birth and sex, and where they come from; `level` is that of the whole dossier.
  core_level smallint not null default 0 check (core_level between -1 and 3),
  core_source text not null default '',
  level smallint not null default 0 check (level between -1 and 3),
  confirmed_on date,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  batch_id uuid,
  constraint code_of_one_person unique (province, code),
  constraint birth_has_precision check ((birth is null) = (birth_precision is null)),
  constraint death_has_precision check ((died is null) = (died_precision is null)),
  constraint dies_after_birth check (died is null or birth is null or died >= birth)
);
create index person_unit on people.person (unit_id);
create index person_sort on people.person (name_sort, id) where merged_into is null and removed_at is null;
create index person_name_plain on people.person using gin (name_plain gin_trgm_ops);
create index person_batch on people.person (batch_id) where batch_id is not null;
create index person_gaps on people.person using gin (gaps);
create index person_merged on people.person (merged_into) where merged_into is not null;
select platform.protect('people.person', 'unit_id');

-- Bản trước của một người: what the row said before each change, for "as known on a day" and for undoing.
create table people.person_past (
  person_id uuid not null references people.person,
  version int not null,
  province text not null default platform.province(),
  row jsonb not null,
  replaced_at timestamptz not null,
  batch_id uuid,
  primary key (person_id, version)
);
create index person_past_batch on people.person_past (batch_id) where batch_id is not null;
select platform.protect_through('people.person_past', 'person_id', 'people.person');

-- Số định danh: sealed at rest; the keyed digest finds equals. One valid number names one person.
create table people.identifier (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null,
  scheme text not null check (scheme in ('cccd', 'cmnd', 'passport', 'tax', 'insurance', 'orcid', 'scopus', 'scientist')),
  sealed bytea not null,
  digest bytea not null,
  last3 text not null,
  state text not null default 'valid' check (state in ('valid', 'conflict')),
  source text not null default '',
  batch_id uuid,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_batch uuid
);
create unique index one_person_of_a_number on people.identifier (province, scheme, digest) where superseded_at is null and state = 'valid';
create index identifier_person on people.identifier (person_id);
create index identifier_batch on people.identifier (batch_id) where batch_id is not null;
select platform.protect_through('people.identifier', 'person_id', 'people.person');

-- Mục hồ sơ: one dated entry of one group. Never updated: a new entry supersedes it, so that every past state can be shown.
create table people.fact (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null,
  grp text not null,
  slot text,
  valid daterange not null check (not isempty(valid)),
  from_precision text not null default 'day' check (from_precision in ('day', 'month', 'year', 'none')),
  to_precision text not null default 'none' check (to_precision in ('day', 'month', 'year', 'none')),
  data jsonb not null,
  level smallint not null default 0 check (level between -1 and 3),
  evidence text not null default '',
  source text not null default '',
  batch_id uuid,
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  superseded_at timestamptz,
  superseded_batch uuid
);
create index fact_person on people.fact (person_id);
create index fact_slot on people.fact (person_id, slot) where slot is not null and superseded_at is null;
create index fact_batch on people.fact (batch_id) where batch_id is not null;
create index fact_superseded_batch on people.fact (superseded_batch) where superseded_batch is not null;
select platform.protect_through('people.fact', 'person_id', 'people.person');

-- Mục nhạy cảm (mức C): sealed, in a table of their own, behind a second wall: a transaction must have said that it reads them.
create table people.sealed_fact (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null,
  grp text not null check (grp in ('ethnicity', 'party', 'discipline')),
  slot text,
  valid daterange not null check (not isempty(valid)),
  from_precision text not null default 'none' check (from_precision in ('day', 'month', 'year', 'none')),
  to_precision text not null default 'none' check (to_precision in ('day', 'month', 'year', 'none')),
  sealed bytea not null,
  -- Keyed digest of the content: the same entry sent again is known without being opened.
  digest bytea not null,
  level smallint not null default 0 check (level between -1 and 3),
  evidence text not null default '',
  source text not null default '',
  batch_id uuid,
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  superseded_at timestamptz,
  superseded_batch uuid
);
create index sealed_fact_person on people.sealed_fact (person_id);
create index sealed_fact_batch on people.sealed_fact (batch_id) where batch_id is not null;
select platform.own('people.sealed_fact');
create function people.opens_sealed() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('nk.sensitive', true), 'off') = 'on' $$;
create policy opened on people.sealed_fact to nguyen_khi_app using (
  (select people.opens_sealed())
  and ((select platform.sees_all()) or exists (select 1 from people.person p where p.id = person_id)));
grant select, insert, update, delete on people.sealed_fact to nguyen_khi_app;

-- Mục nào cũng của một người có trong sổ: checked once a statement, whoever writes. Asked row by row, as a foreign key does, the
-- same question is a third of an import. Nobody can be deleted, so nothing can lose its person later.
create function people.of_known_people() returns trigger language plpgsql security definer set search_path = pg_catalog, people
  set enable_seqscan = off as $$
begin
  if exists (select 1 from (select distinct person_id from added) a where (select p.id from people.person p where p.id = a.person_id) is null) then
    raise exception 'no such person' using errcode = 'foreign_key_violation', constraint = 'belongs_to_a_known_person';
  end if;
  return null;
end $$;
create trigger of_known_people after insert on people.identifier referencing new table as added for each statement execute function people.of_known_people();
create trigger of_known_people after insert on people.fact referencing new table as added for each statement execute function people.of_known_people();
create trigger of_known_people after insert on people.sealed_fact referencing new table as added for each statement execute function people.of_known_people();
revoke delete on people.person from nguyen_khi_app;

-- Mỗi ngày một mục của một chỗ (TC2, vị trí chính): kept by the database whoever writes. A set-based check costs a fifteenth of
-- an exclusion index here (docs/decisions/0012); the persons are locked first, so that two writers cannot pass each other.
-- Its plan is made once a session and must go from the new rows to the person's others, whether one row or a thousand came first:
-- hence the lateral reading, which cannot be turned round.
create function people.one_fact_of_a_slot() returns trigger language plpgsql security definer set search_path = pg_catalog, people
  set enable_seqscan = off as $$
declare clash text;
begin
  if not exists (select 1 from added where slot is not null and superseded_at is null) then return null; end if;
  perform 1 from people.person p where p.id in (select person_id from added where slot is not null) order by p.id for update;
  select n.slot into clash
  from (select id, person_id, slot, valid from added where slot is not null and superseded_at is null offset 0) n
  cross join lateral (
    select 1 from people.fact f
    where f.person_id = n.person_id and f.slot = n.slot and f.superseded_at is null and f.id <> n.id and f.valid && n.valid
    limit 1
  ) other
  order by n.slot <> 'post:main' limit 1;
  if clash = 'post:main' then
    raise exception 'two main posts on one day' using errcode = 'exclusion_violation', constraint = 'one_main_post_on_a_day';
  elsif clash is not null then
    raise exception 'two facts of one slot on one day' using errcode = 'exclusion_violation', constraint = 'one_fact_of_a_slot_on_a_day';
  end if;
  return null;
end $$;
create trigger one_fact_of_a_slot after insert on people.fact
  referencing new table as added for each statement execute function people.one_fact_of_a_slot();
create trigger one_fact_of_a_slot_changed after update on people.fact
  referencing new table as added for each statement execute function people.one_fact_of_a_slot();

-- Lát cắt theo ngày: derived; one row a person and span of days on which nothing that lists and statistics ask for changes.
create table people.slice (
  person_id uuid not null,
  province text not null default platform.province(),
  unit_id uuid not null,
  from_day date not null,
  to_day date not null,
  work_unit uuid,
  place_unit uuid,
  category text,
  sector text,
  area text,
  field text,
  -- Rank of the highest degree: 0 none known … 8 doctor; `title` = PGS, GS.
  degree smallint not null,
  title text,
  leadership text,
  sex text,
  birth date,
  primary key (person_id, from_day),
  constraint slice_has_days check (from_day < to_day)
);
create index slice_unit on people.slice (unit_id);
create index slice_work on people.slice (work_unit);
select platform.protect('people.slice', 'unit_id');

-- Ai đã xem: every reading of a dossier by somebody else, with its purpose; the person sees it.
create table people.viewing (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null references people.person,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  body_name text not null,
  role text not null,
  purpose text not null check (purpose <> ''),
  groups text[] not null,
  sensitive boolean not null default false
);
create index viewing_person on people.viewing (person_id, at desc);
select platform.protect_through('people.viewing', 'person_id', 'people.person');
revoke update, delete on people.viewing from nguyen_khi_app;
