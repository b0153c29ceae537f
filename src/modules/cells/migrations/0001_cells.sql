-- Số liệu thống kê: counts without names, by source and day; every version stays, the one not superseded is in force.
create schema cells;
grant usage on schema cells to nguyen_khi_app;

create sequence cells.source_code;
grant usage on sequence cells.source_code to nguyen_khi_app;

create table cells.source (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null default 'SL-' || lpad(nextval('cells.source_code')::text, 4, '0'),
  -- Đơn vị cung cấp.
  unit_id uuid not null,
  population text not null check (population in ('doanh-nghiep', 'llvt')),
  title text not null check (title <> ''),
  constraint code_of_one_source unique (province, code)
);
create index source_unit on cells.source (unit_id);
select platform.protect('cells.source', 'unit_id');

create table cells.release (
  id uuid primary key,
  province text not null default platform.province(),
  source_id uuid not null references cells.source,
  as_of date not null,
  version int not null check (version >= 1),
  state text not null check (state in ('khai', 'dinh-chinh', 'rut')),
  document text not null check (document <> ''),
  reason text not null default '',
  total bigint not null check (total >= 0),
  graduates bigint not null check (graduates between 0 and total),
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_release_of_a_version unique (source_id, as_of, version),
  constraint first_version_is_declared check ((state = 'khai') = (version = 1)),
  constraint change_says_why check (state = 'khai' or reason <> ''),
  constraint withdrawn_counts_nothing check (state <> 'rut' or total = 0)
);
create unique index one_release_in_force on cells.release (source_id, as_of) where superseded_at is null;
select platform.protect_through('cells.release', 'source_id', 'cells.source');

create table cells.cell (
  release_id uuid not null references cells.release,
  ordinal int not null,
  province text not null default platform.province(),
  area text not null,
  sector text not null,
  field text,
  degree text not null,
  age_band text check (age_band in ('duoi-30', '30-39', '40-49', '50-59', 'tu-60')),
  sex text check (sex in ('nam', 'nu')),
  place_id uuid,
  body text check (body <> ''),
  count int not null check (count between 1 and 10000000),
  primary key (release_id, ordinal),
  -- Người đang phục vụ: no commune and no unit, whoever writes.
  constraint forces_have_no_place check (area <> 'llvt' or (place_id is null and body is null)),
  constraint one_count_of_a_cell unique nulls not distinct (release_id, area, sector, field, degree, age_band, sex, place_id, body)
);
select platform.protect_through('cells.cell', 'release_id', 'cells.release');

-- Mức trùng: people a source counts who are counted elsewhere too; against null = in the register.
create table cells.overlap (
  id uuid primary key,
  province text not null default platform.province(),
  source_id uuid not null references cells.source,
  against uuid references cells.source,
  from_day date not null,
  low int not null check (low >= 0),
  high int not null,
  basis text not null check (basis in ('doi-chieu', 'chon-mau', 'tach-biet', 'uoc-luong')),
  evidence text not null check (evidence <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null default platform.actor(),
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint overlap_is_a_range check (low <= high),
  constraint separate_means_none check (basis <> 'tach-biet' or high = 0),
  constraint not_against_itself check (against is distinct from source_id)
);
create unique index one_overlap_in_force on cells.overlap (source_id, coalesce(against, '00000000-0000-0000-0000-000000000000'), from_day)
  where superseded_at is null;
select platform.protect_through('cells.overlap', 'source_id', 'cells.source');
