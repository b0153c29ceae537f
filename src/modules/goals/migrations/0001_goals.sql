-- Mục tiêu: how each goal is meant to get to its target, what of it is given to which body, and why a milestone was missed.
-- Nothing is changed in place: a new version takes the place of the one before, which stays to be read as it was known.
create schema goals;
grant usage on schema goals to nguyen_khi_app;

-- Lộ trình: base and milestones. The target itself is that of the indicator.
create table goals.path (
  id uuid primary key,
  province text not null default platform.province(),
  indicator_id uuid not null references indicators.definition,
  kind text not null check (kind in ('tuyen-tinh', 'luy-ke', 'thoa-thuan')),
  base_on date not null,
  base_value numeric not null,
  base_source text not null check (base_source <> ''),
  -- [{"year": 2026, "value": 70000}], ascending.
  milestones jsonb not null,
  -- The paper that agreed on it; empty = set by the department itself.
  document text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint path_in_order check (superseded_at is null or superseded_at >= recorded_at)
);
create unique index one_path_of_a_goal on goals.path (indicator_id) where superseded_at is null;
select platform.protect_shared('goals.path');
revoke delete on goals.path from nguyen_khi_app;

-- Giao chỉ tiêu: one milestone shared out to bodies.
create table goals.cascade (
  id uuid primary key,
  province text not null default platform.province(),
  indicator_id uuid not null references indicators.definition,
  year int not null,
  milestone numeric not null,
  -- Why the shares do not sum to the milestone; empty when they do.
  reason text not null default '',
  document text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz
);
create unique index one_cascade_a_year on goals.cascade (indicator_id, year) where superseded_at is null;
select platform.protect_shared('goals.cascade');
revoke delete on goals.cascade from nguyen_khi_app;

create table goals.share (
  cascade_id uuid not null references goals.cascade,
  unit_id uuid not null references organisations.unit,
  province text not null default platform.province(),
  value numeric not null check (value >= 0),
  primary key (cascade_id, unit_id)
);
create index share_unit on goals.share (unit_id);
select platform.protect_shared('goals.share');
revoke delete, update on goals.share from nguyen_khi_app;

-- Giải trình: why a milestone of a year was missed, and what is done about it.
create table goals.explanation (
  id uuid primary key,
  province text not null default platform.province(),
  indicator_id uuid not null references indicators.definition,
  year int not null,
  unit_id uuid not null references organisations.unit,
  cause text not null check (cause in ('khach-quan', 'chu-quan', 'so-lieu')),
  body text not null check (body <> ''),
  remedy text not null check (remedy <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz
);
create unique index one_explanation_of_a_body on goals.explanation (indicator_id, year, unit_id) where superseded_at is null;
select platform.protect_shared('goals.explanation');
revoke delete on goals.explanation from nguyen_khi_app;

select platform.watch('goals.path', 'goals');
select platform.watch('goals.cascade', 'goals');
select platform.watch('goals.explanation', 'goals');
