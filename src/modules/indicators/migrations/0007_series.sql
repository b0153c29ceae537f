-- Số liệu chính thức theo ngày: a source may correct itself (the earlier figure stays, superseded), a figure may speak of a unit of the
-- register, and an officer may say which of several contradicting figures is used.
alter table indicators.official_figure add column published date, add column unit_id uuid, add column superseded_at timestamptz;
alter table indicators.official_figure drop constraint one_figure_per_day_and_source;
create unique index one_figure_per_day_and_source on indicators.official_figure (province, quantity, territory, as_of, source)
  where superseded_at is null;

create table indicators.figure_choice (
  id uuid primary key,
  province text not null default platform.province(),
  figure_id uuid not null references indicators.official_figure (id),
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz
);
create unique index one_choice_of_a_figure on indicators.figure_choice (figure_id) where superseded_at is null;
select platform.protect_shared('indicators.figure_choice');
revoke delete on indicators.figure_choice from nguyen_khi_app;
select platform.watch('indicators.figure_choice', 'indicators');
