-- Ngày nghỉ và ngày làm bù của từng năm: what is announced beyond the days the law itself fixes. A row is never changed, only taken out.
create table code_lists.day_off (
  id uuid primary key,
  day date not null,
  kind text not null check (kind in ('nghi', 'lam-bu')),
  occasion text not null check (occasion <> ''),
  act text not null check (act <> ''),
  status text not null check (status in ('seen', 'unverified')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  removed_at timestamptz,
  removed_by text,
  constraint removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create unique index one_row_a_day on code_lists.day_off (day) where removed_at is null;
select platform.protect_shared('code_lists.day_off');
select platform.watch('code_lists.day_off', 'code-lists');
