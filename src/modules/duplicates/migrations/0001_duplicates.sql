-- Trùng lặp: keys by which people meet, pairs that were found, what was decided about them.
create schema duplicates;
grant usage on schema duplicates to nguyen_khi_app;

-- Bản nào của hồ sơ đã có khóa: the version of the person that the keys below were made of.
create table duplicates.keyed (
  person_id uuid primary key references people.person,
  province text not null default platform.province(),
  version int not null,
  -- Not yet compared with the others since its keys were made.
  fresh boolean not null default true
);
create index keyed_fresh on duplicates.keyed (person_id) where fresh;
select platform.protect_through('duplicates.keyed', 'person_id', 'people.person');
select platform.watch('duplicates.keyed', 'duplicates');

-- Khóa ghép: 64 bits of a keyed digest; the number, telephone or name behind it cannot be read back.
create table duplicates.match_key (
  key bigint not null,
  person_id uuid not null references people.person,
  province text not null default platform.province(),
  constraint one_key_of_a_person primary key (key, person_id)
);
create index match_key_person on duplicates.match_key (person_id);
select platform.protect_through('duplicates.match_key', 'person_id', 'people.person');
select platform.watch('duplicates.match_key', 'duplicates');

-- Cặp: two people who may be one, why, and what was decided. Kept for ever: a pair told apart is never asked about again.
create table duplicates.pair (
  id uuid primary key,
  province text not null default platform.province(),
  person_a uuid not null references people.person,
  person_b uuid not null references people.person,
  verdict text not null check (verdict in ('auto', 'conflict', 'likely', 'possible', 'different')),
  posterior real not null,
  reasons jsonb not null,
  guards text[] not null default '{}',
  -- Codes of the numbers that agree: only a new one opens a decided pair again.
  id_evidence text[] not null default '{}',
  state text not null check (state in ('open', 'unsure', 'merged', 'different', 'void')),
  -- Versions of the two people when they were last compared or decided about.
  version_a int not null,
  version_b int not null,
  version int not null default 1,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  decided_name text,
  reason text not null default '',
  handed_to uuid,
  handed_name text,
  survivor_id uuid references people.person,
  merge_id uuid,
  -- Version of the survivor right after the merge: undoing asks that nothing came after.
  merged_version int,
  constraint one_pair_of_two_people unique (person_a, person_b),
  constraint pair_in_order check (person_a < person_b)
);
create index pair_waiting on duplicates.pair (state, posterior desc) where state in ('open', 'unsure');
create index pair_b on duplicates.pair (person_b);
create index pair_merge on duplicates.pair (merge_id) where merge_id is not null;
-- Whoever sees a pair sees both people.
select platform.own('duplicates.pair');
create policy both_seen on duplicates.pair to nguyen_khi_app using (
  (select platform.sees_all())
  or (exists (select 1 from people.person p where p.id = person_a) and exists (select 1 from people.person p where p.id = person_b)));
grant select, insert, update, delete on duplicates.pair to nguyen_khi_app;
select platform.watch('duplicates.pair', 'duplicates');

-- Lần quét.
create table duplicates.scan (
  id uuid primary key,
  province text not null default platform.province(),
  at timestamptz not null,
  by_name text not null,
  people int not null,
  compared int not null,
  opened int not null,
  milliseconds int not null
);
create index scan_at on duplicates.scan (at desc);
select platform.protect_shared('duplicates.scan');
select platform.watch('duplicates.scan', 'duplicates');
