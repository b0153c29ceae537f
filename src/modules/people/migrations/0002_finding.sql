-- Tìm và liệt kê: words of names, slices that hold now apart from past ones, ways of looking that were kept.

-- Từ của tên, for finding: i and y after a consonant are one letter (Lý, Lí), the words of every name a person bears.
create function people.name_words(plain text) returns text[] language sql immutable strict parallel safe
  as $$ select pg_catalog.array_remove(pg_catalog.string_to_array(
    pg_catalog.regexp_replace(plain, '(^| |[bcdghklmnpqrstvx]|qu)y(?= |$)', '\1i', 'g'), ' '), '') $$;
create function people.name_vector(plain text) returns tsvector language sql immutable strict parallel safe
  as $$ select pg_catalog.array_to_tsvector(people.name_words(plain)) $$;

-- An index of words is a tenth of one of trigrams and answers five times as fast; nearness of spelling is asked of the words.
drop index people.person_name_plain;
drop index people.person_sort;
create index person_name_words on people.person using gin (people.name_vector(name_plain)) with (fastupdate = off);

-- Tìm theo tên within the reader's scope. As the owner, since row level security would keep the index from being used
-- (its operators may tell of rows); the scope is therefore asked for here, as the policy asks for it.
-- `place`: 0 the whole name with its marks … 5 the words without marks anywhere, 6 the beginning of a word only.
create function people.named(sought tsquery, marked text, plain text, whole_words tsquery)
  returns table (person_id uuid, place int, name_sort text)
  language sql stable parallel safe security definer set search_path = pg_catalog, people, platform as $$
  select p.id,
    case
      when position(' | ' || marked || ' | ' in ' | ' || p.name_marked || ' | ') > 0 then 0
      when position(' ' || marked || ' | ' in ' ' || p.name_marked || ' | ') > 0 then 1
      when string_to_array(p.name_marked, ' ') @> string_to_array(marked, ' ') then 2
      when position(' | ' || plain || ' | ' in ' | ' || p.name_plain || ' | ') > 0 then 3
      when position(' ' || plain || ' | ' in ' ' || p.name_plain || ' | ') > 0 then 4
      when sought = whole_words or people.name_vector(p.name_plain) @@ whole_words then 5
      else 6
    end,
    p.name_sort
  from people.person p
  where people.name_vector(p.name_plain) @@ sought and p.merged_into is null and p.removed_at is null
    and ((select platform.sees_all()) or p.unit_id = any ((select platform.seen_units())::uuid[]))
$$;
revoke execute on function people.named from public;
grant execute on function people.named to nguyen_khi_app;
grant execute on function people.name_words, people.name_vector to nguyen_khi_app;

-- Lát cắt còn hiệu lực đứng riêng: lists and figures of today read a third of the rows. Derived, so it is made anew.
drop table people.slice;
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
  -- Of the person as now, so that lists need no other table: order by tên, đệm, họ; verification; share that is there.
  name_sort text not null collate "C",
  level smallint not null,
  completeness smallint not null,
  primary key (person_id, from_day, to_day),
  constraint slice_has_days check (from_day < to_day)
) partition by range (to_day);
create table people.slice_open partition of people.slice for values from ('9999-12-31') to (maxvalue);
create table people.slice_past partition of people.slice default;
create index slice_past_end on people.slice_past (to_day);
create index slice_unit on people.slice (unit_id);
create index slice_open_sort on people.slice_open (name_sort, person_id);
create index slice_open_work on people.slice_open (work_unit);
create index slice_open_place on people.slice_open (place_unit);
create index slice_open_degree on people.slice_open (degree);
create index slice_open_sector on people.slice_open (sector);
create index slice_open_leadership on people.slice_open (leadership) where leadership is not null;
select platform.protect('people.slice', 'unit_id');
select platform.own('people.slice_open');
select platform.own('people.slice_past');
create trigger of_known_people after insert on people.slice referencing new table as added for each statement execute function people.of_known_people();

-- Cách xem đã lưu: the conditions of a list under a name, for oneself or for the whole body.
create table people.list_view (
  id uuid primary key,
  province text not null default platform.province(),
  unit_id uuid not null,
  owner_id text not null,
  owner_name text not null,
  name text not null check (name <> ''),
  conditions text not null,
  shared boolean not null default false,
  saved_at timestamptz not null,
  removed_at timestamptz
);
create unique index one_view_of_a_name on people.list_view (owner_id, lower(name)) where removed_at is null;
create index list_view_unit on people.list_view (unit_id) where removed_at is null;
select platform.protect('people.list_view', 'unit_id');

-- What the process keeps of counts is thrown away as soon as somebody changes.
select platform.watch('people.person', 'people');
