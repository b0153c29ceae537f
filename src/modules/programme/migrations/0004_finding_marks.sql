-- Ý kiến về một phát hiện: what an officer holds of a finding of the check. Findings are computed again each time; the opinion is
-- kept by the finding's key, with its history in the ledger.
create table programme.finding_mark (
  id uuid primary key,
  province text not null default platform.province(),
  document_id uuid not null references documents.source (id),
  finding text not null,
  verdict text not null check (verdict in ('known', 'propose', 'ignored')),
  note text not null default '',
  version integer not null default 1,
  marked_by text not null,
  marked_by_name text not null,
  marked_at timestamptz not null,
  constraint one_mark_per_finding unique (document_id, finding),
  constraint ignored_with_reason check (verdict <> 'ignored' or note <> '')
);
select platform.protect_shared('programme.finding_mark');
revoke delete on programme.finding_mark from nguyen_khi_app;
