-- Kiến nghị: seen by the bodies that ask, by the body that answers, and by who sees the whole province.
create schema proposals;
grant usage on schema proposals to nguyen_khi_app;
create sequence proposals.proposal_code;
grant usage on sequence proposals.proposal_code to nguyen_khi_app;

create table proposals.proposal (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null default 'KN-' || lpad(nextval('proposals.proposal_code')::text, 4, '0'),
  year integer not null check (year between 2000 and 2100),
  text text not null check (char_length(text) between 1 and 4000),
  addressee text not null default '',
  owner_id uuid,
  due date,
  state text not null default 'moi' check (state in ('moi', 'da-giao', 'da-tra-loi', 'chuyen-cap-tren', 'khong-thuoc-tham-quyen')),
  answer text not null default '',
  document text not null default '',
  settled_on date,
  passed_to text not null default '',
  merged_into uuid references proposals.proposal (id),
  asker_ids uuid[] not null,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint code_of_one_proposal unique (code),
  constraint somebody_asks check (cardinality(asker_ids) > 0),
  constraint assigned_to_a_body_by_a_day check (state <> 'da-giao' or (owner_id is not null and due is not null)),
  constraint answered_with_a_document check (state <> 'da-tra-loi' or (answer <> '' and document <> '' and settled_on is not null)),
  constraint passed_on_to_somebody check (state <> 'chuyen-cap-tren' or (passed_to <> '' and document <> '')),
  constraint not_merged_into_itself check (merged_into <> id)
);
create index proposal_year on proposals.proposal (year);
create index proposal_owner on proposals.proposal (owner_id) where owner_id is not null;
create index proposal_askers on proposals.proposal using gin (asker_ids);
create index proposal_merged on proposals.proposal (merged_into) where merged_into is not null;
select platform.own('proposals.proposal');
create policy by_part on proposals.proposal to nguyen_khi_app using (
  (select platform.sees_all())
  or owner_id = any ((select platform.seen_units())::uuid[])
  or asker_ids && (select platform.seen_units())::uuid[]);
grant select, insert, update on proposals.proposal to nguyen_khi_app;

-- Ai nêu ở dòng nào: which line of which version of a report a proposal comes from. Never changed, never moved by merging.
create table proposals.source (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null,
  unit_id uuid not null,
  report text not null,
  year integer not null,
  number integer not null check (number > 0),
  line integer not null check (line > 0),
  text text not null,
  -- The line of an earlier version of the same report that this one carries on.
  continues uuid references proposals.source (id),
  gathered_at timestamptz not null,
  gathered_by_name text not null,
  constraint one_source_per_line unique (obligation_id, number, line),
  constraint carried_on_once unique (continues)
);

create table proposals.attribution (
  proposal_id uuid not null references proposals.proposal (id),
  source_id uuid not null references proposals.source (id),
  province text not null default platform.province(),
  constraint one_attribution primary key (proposal_id, source_id)
);
create index attribution_source on proposals.attribution (source_id);
select platform.protect_through('proposals.attribution', 'proposal_id', 'proposals.proposal');
revoke update, delete on proposals.attribution from nguyen_khi_app;

-- A body reads its own lines; the body that answers reads those of what it must answer; bodies that ask the same do not read each other.
select platform.own('proposals.source');
create policy by_part on proposals.source to nguyen_khi_app using (
  (select platform.sees_all())
  or unit_id = any ((select platform.seen_units())::uuid[])
  or exists (
    select 1 from proposals.attribution a join proposals.proposal p on p.id = a.proposal_id
    where a.source_id = source.id and p.owner_id = any ((select platform.seen_units())::uuid[])));
grant select, insert on proposals.source to nguyen_khi_app;

-- Báo cáo đã tập hợp: one row per version of a report, also where it asks for nothing.
create table proposals.reading (
  obligation_id uuid not null,
  number integer not null check (number > 0),
  province text not null default platform.province(),
  unit_id uuid not null,
  year integer not null,
  lines integer not null,
  gathered_at timestamptz not null,
  gathered_by_name text not null,
  constraint one_reading_per_version primary key (obligation_id, number)
);
select platform.protect('proposals.reading', 'unit_id');
revoke update, delete on proposals.reading from nguyen_khi_app;

-- Các bước: every change, with its reason and what stood before.
create table proposals.step (
  id uuid primary key,
  province text not null default platform.province(),
  proposal_id uuid not null references proposals.proposal (id),
  verb text not null,
  reason text not null default '',
  details jsonb not null default '{}',
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index step_proposal on proposals.step (proposal_id, at);
select platform.protect_through('proposals.step', 'proposal_id', 'proposals.proposal');
revoke update, delete on proposals.step from nguyen_khi_app;

select platform.watch('proposals.proposal', 'proposals');
select platform.watch('proposals.source', 'proposals');
select platform.watch('proposals.attribution', 'proposals');
select platform.watch('proposals.reading', 'proposals');
select platform.watch('proposals.step', 'proposals');

-- Cơ quan còn nợ trả lời: only which bodies, the same whoever asks, so that the others need not be asked about at every page.
create function proposals.awaited() returns setof uuid language sql stable security definer set search_path = pg_catalog, proposals as $$
  select distinct owner_id from proposals.proposal where state = 'da-giao' and merged_into is null
$$;
revoke execute on function proposals.awaited from public;
grant execute on function proposals.awaited to nguyen_khi_app;
