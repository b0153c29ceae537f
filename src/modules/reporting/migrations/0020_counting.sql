-- Lần đếm: what the register and the indicators said about the figures of a report, and when; never changed, a new count is a new row.
create table reporting.counting (
  id uuid primary key,
  province text not null default platform.province(),
  obligation_id uuid not null references reporting.obligation (id),
  unit_id uuid not null,
  -- Field name -> what was counted for it.
  figures jsonb not null,
  -- Column -> how many people of the body the register holds.
  register jsonb not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null
);
create index counting_obligation on reporting.counting (obligation_id, at desc);
select platform.protect('reporting.counting', 'unit_id');
revoke update, delete on reporting.counting from nguyen_khi_app;
select platform.watch('reporting.counting', 'reporting');
