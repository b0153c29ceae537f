-- Lát cắt của các mục tiêu: profession, standards, language and the bounds of a birth; and when each slice was known.
alter table people.slice
  -- Đang sinh sống và làm việc trên địa bàn: what almost every figure asks for.
  add column working boolean not null default true,
  add column profession text,
  add column training text check (training in ('dat', 'chua', 'chua-du')),
  -- Phù hợp vị trí: 0 = đạt; 1, 2, 4 = trình độ, bồi dưỡng, lý luận chưa đạt; 8, 16, 32 = the same not known; 64 = no standard of the post.
  add column fit smallint,
  add column international boolean not null default false,
  -- The last day of the birth: later than `birth` when only its month or year is known.
  add column birth_last date,
  add column known_from timestamptz not null default '-infinity';
update people.slice s set known_from = p.recorded_at from people.person p where p.id = s.person_id;
alter table people.slice alter column known_from drop default, alter column international drop default, alter column working drop default;

-- Lát cắt đã biết trước đây: what slices said before the register was told otherwise, with the instants between which it was known.
create table people.slice_known (
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
  working boolean not null,
  field text,
  degree smallint not null,
  title text,
  leadership text,
  profession text,
  training text,
  fit smallint,
  international boolean not null,
  sex text,
  birth date,
  birth_last date,
  known_from timestamptz not null,
  known_to timestamptz not null,
  constraint known_for_a_while check (known_from < known_to)
);
create index slice_known_to on people.slice_known (known_to);
select platform.protect('people.slice_known', 'unit_id');
alter policy by_unit on people.slice_known using ((select platform.sees_all()) or unit_id in (select unnest(platform.seen_units())));
revoke update, delete on people.slice_known from nguyen_khi_app;

-- Quy tắc của lát cắt: which rules made the slices (`SLICE_RULES`); older ones are made anew at the next start. Before `known_since`
-- it was not kept what was known when.
create table people.slice_rules (
  rules int not null,
  known_since timestamptz not null
);
insert into people.slice_rules
  select case when exists (select 1 from people.person) then 1 else 2 end,
    case when exists (select 1 from people.person) then now() else '-infinity' end;
select platform.protect_shared('people.slice_rules');
