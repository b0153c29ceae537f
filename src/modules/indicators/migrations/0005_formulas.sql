-- Địa bàn của chỉ tiêu: the territory of its plan, also after that territory was joined to another one.
alter table indicators.definition add column territory_unit uuid;

-- Cách tính: versions of how an indicator is measured. A version is never changed: another one takes its place.
create table indicators.formula (
  id uuid primary key,
  province text not null default platform.province(),
  definition_id uuid not null references indicators.definition (id),
  no integer not null check (no >= 1),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  meaning text not null,
  source text not null check (source in ('register', 'cells', 'both', 'reported', 'official')),
  time text not null check (time in ('stock', 'flow', 'cohort')),
  -- An expression as rules/formula.ts has it; null = from this day on there is nothing to measure, and why.
  expr jsonb,
  ended text not null default '',
  unit text not null,
  numerator text not null default '',
  denominator text not null default '',
  base text not null default '',
  splits text[] not null default '{}',
  beside text[] not null default '{}',
  custodian text,
  ground text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint formula_or_its_end check ((expr is null) = (ended <> '')),
  constraint one_formula_at_a_time exclude using gist (definition_id with =, valid with &&) where (superseded_at is null)
);
create index formula_definition on indicators.formula (definition_id);
select platform.protect_shared('indicators.formula');
revoke delete on indicators.formula from nguyen_khi_app;
select platform.watch('indicators.formula', 'indicators');
