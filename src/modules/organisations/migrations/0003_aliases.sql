-- Tên gọi khác: what an officer decided a written name means, on which days, in one document or everywhere. Undone ones stay.
create table organisations.alias (
  id uuid primary key,
  province text not null default platform.province(),
  written text not null check (written <> ''),
  name_key text not null check (name_key <> ''),
  means text not null check (means in ('body', 'group', 'open', 'outside', 'left')),
  unit_id uuid references organisations.unit,
  -- A phrase that is read as a group on the day of the document: "Các sở, ban, ngành".
  phrase text,
  -- The document it holds in; null = every document. No foreign key: documents stand below this module.
  document_id uuid,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  note text not null default '',
  decided_at timestamptz not null,
  decided_by text not null,
  decided_by_name text not null,
  undone_at timestamptz,
  undone_by_name text,
  constraint alias_of_a_body check ((means = 'body') = (unit_id is not null)),
  constraint alias_of_a_group check ((means = 'group') = (phrase is not null)),
  constraint one_meaning_of_a_name exclude using gist (
    province with =, name_key with =, coalesce(document_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, valid with &&
  ) where (undone_at is null)
);
select platform.protect_shared('organisations.alias');
revoke delete on organisations.alias from nguyen_khi_app;
