-- Bản chế độ đang soạn: one per code, changed until it is issued or dropped; what was issued is in reporting.regime and never changes.
create table reporting.regime_draft (
  id uuid primary key,
  province text not null default platform.province(),
  code text not null,
  slug text not null,
  based_on uuid references reporting.regime (id),
  config jsonb not null,
  version integer not null default 1,
  started_at timestamptz not null,
  started_by_name text not null,
  saved_at timestamptz not null,
  saved_by_name text not null,
  constraint one_regime_draft_per_code unique (code),
  constraint one_regime_draft_per_slug unique (slug)
);
select platform.protect_shared('reporting.regime_draft');

-- Chuyển kỳ sang bản chế độ mới: a recorded decision. The period keeps the version it was opened with; what was sent before
-- the move is read in the form it was sent in.
create table reporting.period_form (
  id uuid primary key,
  province text not null default platform.province(),
  period_id uuid not null references reporting.period (id),
  regime_id uuid not null references reporting.regime (id),
  act text not null check (char_length(act) between 1 and 300),
  since timestamptz not null,
  by_id text not null,
  by_name text not null,
  constraint one_form_per_instant unique (period_id, since)
);
select platform.protect_shared('reporting.period_form');
revoke update, delete on reporting.period_form from nguyen_khi_app;
select platform.watch('reporting.period_form', 'reporting.period');
