-- Chỉ tiêu: what each goal of a plan measures, and official figures recorded for it with their source.
create schema indicators;
grant usage on schema indicators to nguyen_khi_app;

create table indicators.definition (
  id uuid primary key,
  province text not null default platform.province(),
  -- The programme it belongs to, and its number; programme is a module below, so no foreign key.
  plan_id uuid not null,
  plan_number text not null,
  position integer not null,
  code text not null,
  name text not null,
  unit text not null,
  direction text not null check (direction in ('up', 'down')),
  goal_text text not null,
  comparator text not null check (comparator in ('>=', '<=', '=', 'range', '~')),
  strict boolean not null,
  target numeric not null,
  target_high numeric,
  by_year integer,
  custodian_unit uuid,
  custodian_name text,
  version integer not null default 1,
  constraint one_definition_per_code unique (plan_id, code)
);
create index definition_code on indicators.definition (province, code);
select platform.protect_shared('indicators.definition');

create table indicators.value (
  id uuid primary key,
  province text not null default platform.province(),
  definition_id uuid not null references indicators.definition (id),
  as_of date not null,
  value numeric not null,
  estimate boolean not null,
  source text not null,
  status text not null check (status in ('seen', 'unverified')),
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  -- A corrected figure stays; the new one takes its place from then on.
  superseded_at timestamptz
);
create unique index one_value_per_day_and_source on indicators.value (definition_id, as_of, source) where superseded_at is null;
create index value_definition on indicators.value (definition_id, as_of desc);
select platform.protect_shared('indicators.value');
revoke delete on indicators.value from nguyen_khi_app;
