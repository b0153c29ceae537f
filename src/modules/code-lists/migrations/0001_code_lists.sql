-- Danh mục dùng chung: lists in dated versions; a version and its entries never change, only its last day is set.
create schema code_lists;
grant usage on schema code_lists to nguyen_khi_app;

create table code_lists.version (
  id uuid primary key,
  list text not null check (list ~ '^[a-z0-9-]{2,60}$'),
  title text not null check (title <> ''),
  version text not null,
  source text not null,
  status text not null check (status in ('seen', 'unverified')),
  status_note text not null default '',
  from_known boolean not null,
  replaced_by text not null default '',
  note text not null default '',
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  constraint one_version_at_a_time exclude using gist (list with =, valid with &&)
);
select platform.protect_shared('code_lists.version');

create table code_lists.entry (
  version_id uuid not null references code_lists.version,
  ordinal int not null,
  code text not null,
  label text not null check (label <> ''),
  parent text,
  aliases text[] not null default '{}',
  note text not null default '',
  status text check (status in ('seen', 'unverified')),
  primary key (version_id, code)
);
select platform.protect_shared('code_lists.entry');
