-- Dự báo và quy hoạch: what a forecast rests on, scenarios and their approval, forecasts as they were given, to be held against what came.
-- Nothing is changed in place: a new version takes the place of the one before, which stays to be read as it was known.
create schema forecasting;
grant usage on schema forecasting to nguyen_khi_app;

-- Giả định: a rate, norm or cost a forecast uses, who set it, when, on what evidence. `sector` null = of every sector that has none of its own.
create table forecasting.assumption (
  id uuid primary key,
  province text not null default platform.province(),
  kind text not null,
  sector text,
  value numeric not null,
  -- How far it may be off: one standard deviation, in the same unit.
  sd numeric not null default 0 check (sd >= 0),
  evidence text not null check (evidence <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint assumption_in_order check (superseded_at is null or superseded_at >= recorded_at)
);
create unique index one_assumption_at_a_time on forecasting.assumption (province, kind, coalesce(sector, '')) where superseded_at is null;
select platform.protect_shared('forecasting.assumption');
revoke delete on forecasting.assumption from nguyen_khi_app;

-- Kịch bản: what would be done otherwise. `version` counts the savings; an approved one is part of the development plan and stays as it is.
create table forecasting.scenario (
  id uuid primary key,
  province text not null default platform.province(),
  title text not null check (title <> ''),
  note text not null default '',
  -- The levers, as typed (rules/levers.ts).
  levers jsonb not null,
  -- The whole model as it was computed, so that the figures can be made again on another machine: base, rates, seed, draws.
  model jsonb not null,
  -- What it came to, in short (rules/result.ts).
  result jsonb not null,
  -- SHA-256 of the model and of the result.
  model_digest text not null,
  result_digest text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  saved_by_name text not null,
  approved_at timestamptz,
  approved_by_name text,
  -- The paper by which it became part of the development plan.
  approved_act text,
  set_aside_at timestamptz,
  constraint approval_has_a_paper check ((approved_at is null) = (approved_act is null))
);
create unique index one_scenario_of_a_title on forecasting.scenario (province, lower(title)) where set_aside_at is null;
select platform.protect_shared('forecasting.scenario');
revoke delete on forecasting.scenario from nguyen_khi_app;

-- Dự báo đã đưa ra: as it was told on a day; later figures are held against it.
create table forecasting.issued (
  id uuid primary key,
  province text not null default platform.province(),
  indicator_code text not null,
  given_on date not null,
  -- `chuoi` from the yearly figures, `doan-he` from the people of the register.
  method text not null check (method in ('chuoi', 'doan-he')),
  -- [{"year","mean","lo50","hi50","lo80","hi80","lo95","hi95"}]
  points jsonb not null,
  -- Chance of the target by its year, 0..1; null = none could be told.
  chance numeric check (chance between 0 and 1),
  target_year int,
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  constraint one_forecast_a_day unique (province, indicator_code, given_on)
);
select platform.protect_shared('forecasting.issued');
revoke update, delete on forecasting.issued from nguyen_khi_app;

select platform.watch('forecasting.assumption', 'forecasting');
select platform.watch('forecasting.scenario', 'forecasting');
select platform.watch('forecasting.issued', 'forecasting');
