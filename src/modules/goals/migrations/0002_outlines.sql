-- Ranh giới minh họa do quản trị đưa vào: drawn in place of the tiles on the days they hold. Never legal boundaries.
create table goals.outline (
  id uuid primary key,
  province text not null default platform.province(),
  kind text not null check (kind in ('district', 'commune')),
  title text not null check (title <> ''),
  -- Whose drawing it is, as their terms ask to name them.
  credit text not null check (credit <> ''),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- [{"code": "H24.10507", "rings": [[[106.3, 20.9], …]]}]
  shapes jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint one_map_on_a_day exclude using gist (province with =, kind with =, valid with &&) where (superseded_at is null)
);
select platform.protect_shared('goals.outline');
revoke delete on goals.outline from nguyen_khi_app;
select platform.watch('goals.outline', 'goals');
