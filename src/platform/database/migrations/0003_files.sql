-- Tệp thuộc về gì: who may read a file is decided here, by what it belongs to, whoever asks and however (decisions/0015).
-- `belongs_to`: 'everyone' = everybody who may act; 'unit' = whoever sees the unit `owner_id`; 'nobody' = only who sees every unit;
-- anything else is the name of a table, and its module adds the policy that says who reads files of its row `owner_id`.
-- Files that were there before are 'nobody' until the next migration of their module says more.
drop policy shared on platform.file;
alter table platform.file
  add column belongs_to text not null default 'nobody',
  add column owner_id uuid,
  add column sealed boolean not null default false,
  add constraint file_owner_named check ((owner_id is null) = (belongs_to in ('everyone', 'nobody')));
create index file_owner on platform.file (owner_id) where owner_id is not null;
create policy by_owner on platform.file to nguyen_khi_app using (
  belongs_to = 'everyone'
  or (belongs_to in ('unit', 'nobody') and (select platform.sees_all()))
  or (belongs_to = 'unit' and owner_id = any ((select platform.seen_units())::uuid[])));

-- Nội dung: piece after piece, so that a large file never stands in memory whole. `sealed` files are sealed piece by piece.
create table platform.file_part (
  file_id uuid not null references platform.file,
  province text not null default platform.province(),
  n integer not null check (n >= 0),
  body bytea not null,
  primary key (file_id, n)
);
alter table platform.file_part alter column body set storage external;
select platform.protect_through('platform.file_part', 'file_id', 'platform.file');
revoke update, delete on platform.file_part from nguyen_khi_app;
insert into platform.file_part (file_id, province, n, body) select id, province, 0, body from platform.file;
alter table platform.file drop column body;
