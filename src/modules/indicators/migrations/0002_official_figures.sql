-- Số liệu chính thức theo ngày: population, labour force and the like of a territory, each with its day and source.
create table indicators.official_figure (
  id uuid primary key,
  province text not null default platform.province(),
  quantity text not null,
  -- As the source names it: "Tỉnh …", "Thành phố …"; may be a territory the register does not hold.
  territory text not null,
  as_of date not null,
  -- The words of the source for the time the figure speaks of: "bình quân năm 2023".
  period text not null,
  value numeric not null check (value >= 0),
  estimate boolean not null,
  source text not null,
  status text not null check (status in ('seen', 'unverified')),
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  -- Two sources may contradict each other about one day: both stay. One source says one thing about one day.
  constraint one_figure_per_day_and_source unique (province, quantity, territory, as_of, source)
);
select platform.protect_shared('indicators.official_figure');
revoke delete on indicators.official_figure from nguyen_khi_app;
