-- Sổ bộ tổ chức và địa bàn: what the law dates is dated here: name, parent, identifiers. Units end only by events.
create schema organisations;
grant usage on schema organisations to nguyen_khi_app;

create table organisations.unit (
  id uuid primary key,
  province text not null default platform.province(),
  kind text not null check (kind in ('province', 'district', 'commune', 'body')),
  unit_group text not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  basis text not null check (basis in ('seen', 'derived', 'unverified', 'unknown')),
  source text not null default '',
  note text not null default ''
);
create index unit_valid on organisations.unit using gist (valid);
select platform.protect_shared('organisations.unit');

create table organisations.unit_name (
  unit_id uuid not null references organisations.unit,
  province text not null default platform.province(),
  name text not null check (name <> ''),
  office_name text not null check (office_name <> ''),
  unit_type text,
  valid daterange not null check (not isempty(valid)),
  constraint one_name_at_a_time exclude using gist (unit_id with =, valid with &&)
);
select platform.protect_shared('organisations.unit_name');

create table organisations.unit_parent (
  unit_id uuid not null references organisations.unit,
  province text not null default platform.province(),
  parent_id uuid not null references organisations.unit,
  valid daterange not null check (not isempty(valid)),
  constraint not_under_itself check (unit_id <> parent_id),
  constraint one_parent_at_a_time exclude using gist (unit_id with =, valid with &&)
);
create index unit_parent_of on organisations.unit_parent (parent_id);
select platform.protect_shared('organisations.unit_parent');

create table organisations.unit_identifier (
  unit_id uuid not null references organisations.unit,
  province text not null default platform.province(),
  scheme text not null check (scheme in ('he-thong', 'tctk', 'qd-20-2020')),
  value text not null check (value <> ''),
  valid daterange not null check (not isempty(valid)),
  constraint one_code_at_a_time exclude using gist (unit_id with =, scheme with =, valid with &&),
  constraint code_of_one_unit exclude using gist (scheme with =, value with =, valid with &&)
);
create index unit_identifier_value on organisations.unit_identifier (value);
select platform.protect_shared('organisations.unit_identifier');

create table organisations.event (
  id uuid primary key,
  province text not null default platform.province(),
  key text not null,
  ordinal int not null,
  kind text not null check (kind in ('establish', 'rename', 'merge', 'split', 'transfer', 'move', 'dissolve')),
  on_day date not null,
  title text not null,
  act text not null check (act <> ''),
  source text not null default '',
  note text not null default '',
  constraint one_event_of_a_key unique (key)
);
select platform.protect_shared('organisations.event');

create table organisations.event_edge (
  event_id uuid not null references organisations.event,
  province text not null default platform.province(),
  ordinal int not null,
  from_unit uuid references organisations.unit,
  to_unit uuid references organisations.unit,
  part text not null check (part in ('full', 'part')),
  function text,
  basis text not null check (basis in ('seen', 'derived', 'unverified', 'unknown')),
  note text not null default '',
  primary key (event_id, ordinal),
  constraint edge_names_a_unit check (from_unit is not null or to_unit is not null),
  constraint known_successor_or_unknown check (to_unit is not null or basis = 'unknown')
);
create index event_edge_from on organisations.event_edge (from_unit);
create index event_edge_to on organisations.event_edge (to_unit);
select platform.protect_shared('organisations.event_edge');

-- Trọng số phân bổ: null = chưa biết, never split evenly in silence.
create table organisations.edge_weight (
  event_id uuid not null,
  ordinal int not null,
  province text not null default platform.province(),
  measure text not null check (measure in ('people', 'staff', 'land', 'task-group')),
  weight numeric check (weight between 0 and 1),
  primary key (event_id, ordinal, measure),
  foreign key (event_id, ordinal) references organisations.event_edge
);
select platform.protect_shared('organisations.edge_weight');
